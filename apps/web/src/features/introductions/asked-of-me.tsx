import type { BrokeredIntroduction } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { useGoing } from '../../ui/going.ts'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import { useLater } from '../../ui/use-later.ts'
import { useRemove } from './introduction-queries.ts'
import css from './introductions.module.css'
import { OfferSheet, type RenderLast } from './offer-sheet.tsx'
import { OutsideSheet } from './outside-sheet.tsx'

/** What ties of mine ask me for and what waits for me. */
export function AskedOfMe({ brokered, renderLast }: AskedOfMeProps) {
  const going = useGoing()
  const waiting = brokered.filter(({ id, state }) => state === 'asked' && !going.has(id))
  if (waiting.length === 0) return null
  return (
    <section className={layout.room}>
      <h2>
        <Trans>Asked of you</Trans>
      </h2>
      {waiting.map((one) => (
        <Asked key={one.id} introduction={one} renderLast={renderLast} />
      ))}
    </section>
  )
}

interface AskedOfMeProps {
  brokered: readonly BrokeredIntroduction[]
  renderLast: RenderLast
}

interface AskedProps {
  introduction: BrokeredIntroduction
  renderLast: RenderLast
}

function Asked({ introduction, renderLast }: AskedProps) {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const later = useLater(useErrorWords())
  const remove = useRemove(introduction.id)
  const [open, setOpen] = useState<'offer' | 'outside' | null>(null)
  const { asker, wanted, kind, words } = introduction
  const who = asker === null ? '' : personWords(asker).who
  const whom = wanted === null ? null : personWords(wanted).who
  const decline = () => later({ text: t`Not now. ${who} is not told.`, act: remove, hides: introduction.id })
  return (
    <article className={css.asked}>
      <p className={cx(text.meta, css.kind)}>
        <Icon of={KINDS[kind].icon} />
        {t(KINDS[kind].word)}
      </p>
      <h3 className={text.titleSmall}>
        {whom === null ? (
          <Trans>{who} is looking for somebody.</Trans>
        ) : (
          <Trans>
            {who} would like to know {whom}.
          </Trans>
        )}
      </h3>
      <blockquote className={text.voiceSmall}>
        <Marked>{words ?? ''}</Marked>
      </blockquote>
      <div className={layout.buttons}>
        <Button variant="primary" onClick={() => setOpen('offer')}>
          <Trans>I know somebody</Trans>
        </Button>
        <Button onClick={decline}>
          <Trans>Not now</Trans>
        </Button>
        <Button variant="quiet" onClick={() => setOpen('outside')}>
          <Trans>Somebody who is not here</Trans>
        </Button>
      </div>
      {open === 'offer' && (
        <OfferSheet introduction={introduction} renderLast={renderLast} onClose={() => setOpen(null)} />
      )}
      {open === 'outside' && <OutsideSheet introduction={introduction} onClose={() => setOpen(null)} />}
    </article>
  )
}

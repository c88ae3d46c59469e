import type { ReadRecommendation } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { BadgeCheck, DoorClosed, DoorOpen, PenLine, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { CandidateLine } from './candidate-line.tsx'
import { useChangeRecommendation } from './composer/composer-queries.ts'
import { DeleteSheet } from './delete-sheet.tsx'
import css from './own.module.css'
import { historyQuery } from './recommendation-queries.ts'
import { useStillTrue } from './use-still-true.ts'
import { AudienceChanges, WhoCanSee } from './who-can-see.tsx'

/** What only the author sees of a post: who can see it now, what it said before, and the verbs. */
export function OwnPart({ post: { voice, own }, onGone }: OwnPartProps) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const change = useChangeRecommendation(voice.post)
  const stillTrue = useStillTrue(voice.post)
  const [asked, setAsked] = useState(false)
  if (own === null) return null
  const isHeld = voice.candidate?.agreed === false
  const { form } = own.audience
  const isHeard = (form === 'ties' || form === 'club') && !isHeld
  const isOver = own.expires !== null && new Date(own.expires) <= now()
  return (
    <>
      {isOver && (
        <p className={text.lead}>
          <Trans>It is over: nobody but you sees it.</Trans>
        </p>
      )}
      {form === 'leftClub' && (
        <p className={text.lead}>
          <Trans>It was for a club that you are not in any more: nobody but you sees it.</Trans>
        </p>
      )}
      {voice.candidate !== null && <CandidateLine post={voice.post} candidate={voice.candidate} />}
      <div className={layout.part}>
        <Knobs>
          <Knob
            icon={PenLine}
            title={t`Change the words or who hears it`}
            line={t`Narrowing works at once, everywhere.`}
            onPress={() => openSheet('edit', voice.post)}
          />
          {isHeard && (
            <Knob
              icon={BadgeCheck}
              title={t`It is still true`}
              line={t`It counts as fresh again.`}
              onPress={stillTrue}
            />
          )}
          {voice.subject.kind === 'job' && (
            <Knob
              icon={isOver ? DoorOpen : DoorClosed}
              title={isOver ? t`It is open after all` : t`It is filled`}
              line={
                isOver ? t`It is heard again, until its last day.` : t`From now on nobody but you sees it.`
              }
              busy={change.isPending}
              onPress={() => change.mutate({ filled: !isOver })}
            />
          )}
          {isHeard && (
            <Knob
              icon={Send}
              title={t`Address it to one person`}
              line={t`They see it whatever its audience is, and are told.`}
              onPress={() => openSheet('address', voice.post)}
            />
          )}
          <Knob
            icon={Trash2}
            title={t`Delete it`}
            line={t`It is gone for everybody, at once.`}
            onPress={() => setAsked(true)}
          />
        </Knobs>
      </div>
      {isHeard && !isOver && <WhoCanSee post={voice.post} onward={form === 'club' ? null : own.onward} />}
      <AudienceChanges post={voice.post} />
      {voice.edited && <EarlierWords post={voice.post} />}
      {asked && <DeleteSheet post={voice.post} onClose={() => setAsked(false)} onGone={onGone} />}
    </>
  )
}

interface OwnPartProps {
  post: ReadRecommendation
  onGone: () => void
}

function EarlierWords({ post }: { post: string }) {
  const { t } = useLingui()
  const { data } = useQuery(historyQuery(post))
  if (data === undefined) return null
  return (
    <section className={layout.room}>
      <h2 className={text.section}>{t`Earlier words`}</h2>
      {data.edits.map((edit) => (
        <EarlierWord key={edit.until} until={edit.until} why={edit.words.why} />
      ))}
    </section>
  )
}

function EarlierWord({ until, why }: { until: string; why: string | null }) {
  const { t } = useLingui()
  const ago = agoWords(until, now(), spokenLanguage())
  return (
    <div className={css.edit}>
      <p className={text.meta}>{t`replaced ${ago}`}</p>
      {why !== null && <p className={text.voiceSmall}>{quoted(why, spokenLanguage())}</p>}
    </div>
  )
}

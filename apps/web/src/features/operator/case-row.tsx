import type { OperatorCase } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { CLASS_WORDS, OUTCOME_WORDS, REASON_WORDS } from '../../lib/words/report-words.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { CaseContentPart } from './case-content.tsx'
import { DecideSheet } from './decide-sheet.tsx'
import css from './operator.module.css'
import { OpenSheet, SearchSheet } from './why-sheets.tsx'

/** One case: why it waits, what it is about once it is open, and what one can do. */
export function CaseRow({ one }: { one: OperatorCase }) {
  const { t } = useLingui()
  const thing = t(CLASS_WORDS[one.what])
  const isOpen = one.openUntil !== null && new Date(one.openUntil) > now()
  return (
    <article className={css.case} aria-label={thing}>
      <h3 className={text.name}>{thing}</h3>
      <WhyItWaits one={one} />
      {isOpen && <CaseContentPart id={one.id} />}
      {one.othersTurn ? (
        <p className={text.meta}>
          <Trans>Another operator decides this: you did before, or it concerns you.</Trans>
        </p>
      ) : (
        <Verbs one={one} isOpen={isOpen} />
      )}
    </article>
  )
}

function WhyItWaits({ one }: { one: OperatorCase }) {
  const { t } = useLingui()
  const { reason, words, made, objection, found, decisions, appeals } = one
  const day = dateWords(made, now(), spokenLanguage())
  return (
    <>
      <p className={text.meta}>
        {found ? (
          <Trans>found for an objection on {day}</Trans>
        ) : objection !== null ? (
          <Trans>from outside, on {day}</Trans>
        ) : (
          <Trans>
            reported on {day}: {t(REASON_WORDS[reason])}
          </Trans>
        )}
      </p>
      {words !== null && <Words>{words}</Words>}
      {objection !== null && (
        <>
          <Words>{objection.name}</Words>
          <Words>{objection.entry}</Words>
          <Words>{objection.why}</Words>
        </>
      )}
      {decisions.map(({ at, outcome, reasons }) => (
        <p key={at} className={text.meta}>
          <Trans>
            Decided before: {t(OUTCOME_WORDS[outcome])} “{reasons}”
          </Trans>
        </p>
      ))}
      {appeals.map(({ by, words: said }) => (
        <div key={by}>
          <p className={text.meta}>
            {by === 'author' ? (
              <Trans>Its author does not agree:</Trans>
            ) : (
              <Trans>Whoever reported it does not agree:</Trans>
            )}
          </p>
          <Words>{said}</Words>
        </div>
      ))}
    </>
  )
}

function Words({ children }: { children: ReactNode }) {
  return <p className={css.words}>{children}</p>
}

function Verbs({ one, isOpen }: { one: OperatorCase; isOpen: boolean }) {
  const [sheet, setSheet] = useState<'open' | 'search' | 'decide' | null>(null)
  const close = () => setSheet(null)
  const isObjection = one.what === 'objection'
  return (
    <div className={layout.buttons}>
      {isObjection ? (
        <Button onClick={() => setSheet('search')}>
          <Trans>Look for it</Trans>
        </Button>
      ) : (
        !isOpen && (
          <Button onClick={() => setSheet('open')}>
            <Trans>Open it with a reason</Trans>
          </Button>
        )
      )}
      <Button onClick={() => setSheet('decide')}>
        {isObjection ? <Trans>Answer it</Trans> : <Trans>Decide</Trans>}
      </Button>
      {sheet === 'open' && <OpenSheet id={one.id} onClose={close} />}
      {sheet === 'search' && <SearchSheet id={one.id} onClose={close} />}
      {sheet === 'decide' && <DecideSheet one={one} onClose={close} />}
    </div>
  )
}

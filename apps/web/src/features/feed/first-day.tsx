import type { TieView } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { BookOpenText, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { faceOf, withFace } from '../../lib/face.ts'
import { useMe } from '../../lib/use-me.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { EmptyState, RingsPicture } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import css from './first-day.module.css'

/** What stands in the feed of somebody who hears nothing yet, and why. */
export function FirstDay({ ties, hasAsk, onInvite, onNote }: FirstDayProps) {
  const { t } = useLingui()
  const me = useMe()
  const [first] = ties
  const name = first === undefined ? '' : firstName(first.person.name)
  return (
    <>
      <EmptyState
        picture={
          <RingsPicture
            me={me.name}
            myFace={faceOf(me)}
            ties={ties.slice(0, 6).map((tie) => withFace(tie.person))}
            label={t`You, your ties so far, and room for more`}
          />
        }
        title={t`Quiet here, and rightly so.`}
        actions={
          <>
            <Button variant="primary" onClick={onInvite}>
              <Icon of={Send} />
              <Trans>Invite one person</Trans>
            </Button>
            {first !== undefined && (
              <Link
                to="/people/$handle"
                params={{ handle: first.person.handle }}
                className={buttonClass('second')}
              >
                <Icon of={BookOpenText} />
                <Trans>See what {name} recommends</Trans>
              </Link>
            )}
          </>
        }
      >
        <Trans>
          This page fills with what people you know recommend, and with what reaches you through them.
        </Trans>{' '}
        {hasAsk ? <Trans>So far one ask has come, which stands below.</Trans> : <SoFar ties={ties} />}{' '}
        <Trans>No stranger will ever fill the gap.</Trans>
      </EmptyState>
      <Meanwhile onInvite={onInvite} onNote={onNote} />
    </>
  )
}

interface FirstDayProps {
  ties: readonly TieView[]
  /** Whether an ask has reached me, which stands below. */
  hasAsk: boolean
  onInvite: () => void
  onNote: () => void
}

function SoFar({ ties }: Pick<FirstDayProps, 'ties'>) {
  const [first] = ties
  const name = first === undefined ? '' : firstName(first.person.name)
  return ties.length === 1 ? (
    <Trans>So far you have one tie, {name}, and nothing has come that way yet.</Trans>
  ) : (
    <Plural
      value={ties.length}
      _0="So far you have no tie here."
      one="So far you have # tie, and nothing has come that way yet."
      other="So far you have # ties, and nothing has come that way yet."
    />
  )
}

function Meanwhile({ onInvite, onNote }: Pick<FirstDayProps, 'onInvite' | 'onNote'>) {
  const { t } = useLingui()
  return (
    <section className={css.first}>
      <h2>{t`Meanwhile`}</h2>
      <ol>
        <Step
          title={t`Write down three things you would tell a friend`}
          line={t`They stay with you alone until you choose who hears them.`}
        >
          <button type="button" className={text.tapLink} onClick={onNote}>
            <Trans>Open the notebook</Trans>
          </button>
        </Step>
        <Step
          title={t`Think of three people whose advice you take`}
          line={t`You send the invitation yourself, one at a time, in your own words.`}
        >
          <button type="button" className={text.tapLink} onClick={onInvite}>
            <Trans>Write an invitation</Trans>
          </button>
        </Step>
        <Step
          title={t`Bring what you have elsewhere`}
          line={t`Films from Letterboxd, books from Goodreads. Seen by you alone at first.`}
        >
          <Link to="/settings/data" className={text.tapLink}>
            <Trans>Choose a file</Trans>
          </Link>
        </Step>
      </ol>
    </section>
  )
}

function Step({ title, line, children }: { title: string; line: string; children: ReactNode }) {
  return (
    <li className={css.step}>
      <div>
        <h3>{title}</h3>
        <p className={text.muted}>{line}</p>
        {children}
      </div>
    </li>
  )
}

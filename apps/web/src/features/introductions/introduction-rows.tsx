import type {
  AskedIntroduction,
  BrokeredIntroduction,
  Introductions,
  OfferedIntroduction,
  SubjectKind,
} from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { useNameList } from '../../lib/words/name-list.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { useGoing } from '../../ui/going.ts'
import layout from '../../ui/layout.module.css'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import { useLater } from '../../ui/use-later.ts'
import { useAnswer, useRemove, useTakeNeverBack } from './introduction-queries.ts'
import css from './introductions.module.css'
import { MetVerbs } from './met-verbs.tsx'

/** What I asked for, what I said yes to, and what I bring about, each with how it stands. */
export function IntroductionRows({ asked, brokered, offered }: Introductions) {
  const { t } = useLingui()
  const going = useGoing()
  const mine = asked.filter(({ id }) => !going.has(id))
  const said = offered.filter(({ state }) => state !== 'offered')
  const brought = brokered.filter(({ id, state }) => state !== 'asked' && !going.has(id))
  return (
    <>
      <Rows title={t`You asked for`} count={mine.length}>
        {mine.map((one) => (
          <AskedRow key={one.id} introduction={one} />
        ))}
      </Rows>
      <Rows title={t`You said yes to`} count={said.length}>
        {said.map((one) => (
          <OfferedRow key={one.id} introduction={one} />
        ))}
      </Rows>
      <Rows title={t`You bring together`} count={brought.length}>
        {brought.map((one) => (
          <BroughtRow key={one.id} introduction={one} />
        ))}
      </Rows>
    </>
  )
}

function Rows({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section className={layout.room}>
      <h2>{title}</h2>
      <ul className={css.rows}>{children}</ul>
    </section>
  )
}

function useTakeBack(id: string): () => void {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const remove = useRemove(id)
  return () => later({ text: t`Taken back. Nobody is told why.`, act: remove, hides: id })
}

function AskedRow({ introduction }: { introduction: AskedIntroduction }) {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const takeBack = useTakeBack(introduction.id)
  const { broker, wanted, words, state, until, person } = introduction
  const { who } = personWords(broker)
  const date = dateWords(until, now(), spokenLanguage())
  return (
    <li>
      <div>
        <p className={text.name}>{wanted === null ? who : t`${wanted}, through ${who}`}</p>
        <p className={text.small}>
          <Marked>{words}</Marked>
        </p>
        <p className={text.meta}>
          {state === 'pending' && <Trans>Open until {date} at the latest</Trans>}
          {state === 'over' && <Trans>Over: nothing came of it</Trans>}
          {state === 'accepted' &&
            (person === null ? t`${who} brings you together` : personWords(person).who)}
        </p>
      </div>
      {state === 'pending' && (
        <Button variant="quiet" onClick={takeBack}>
          <Trans>Take it back</Trans>
        </Button>
      )}
      <MetVerbs introduction={introduction} />
    </li>
  )
}

function OfferedRow({ introduction }: { introduction: OfferedIntroduction }) {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const { broker, line, state, person } = introduction
  const { who } = personWords(broker)
  return (
    <li>
      <div>
        <p className={text.name}>{person === null ? who : personWords(person).who}</p>
        <p className={text.small}>
          <Marked>{line}</Marked>
        </p>
        <p className={text.meta}>
          {state === 'waiting' && <Trans>You said yes; the other has not yet</Trans>}
          {state === 'over' && <Trans>Over: nothing came of it</Trans>}
          {state === 'accepted' && t`through ${who}`}
        </p>
      </div>
      <MetVerbs introduction={introduction} />
    </li>
  )
}

function BroughtRow({ introduction }: { introduction: BrokeredIntroduction }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const personWords = usePersonWords()
  const nameList = useNameList()
  const takeBack = useTakeBack(introduction.id)
  const answer = useAnswer(introduction.id)
  const { asker, sides, state, until, kind } = introduction
  const people = [...(asker === null ? [] : [asker]), ...sides.map(({ person }) => person)]
  const date = dateWords(until, now(), spokenLanguage())
  return (
    <li>
      <div>
        <p className={text.name}>
          {nameList(
            people.map((person) => personWords(person).who),
            0,
          )}
        </p>
        <p className={text.small}>{t(KINDS[kind].word)}</p>
        <p className={text.meta}>
          {state === 'offered' && <Trans>Asked; open until {date} at the latest</Trans>}
          {state === 'outside' && <Trans>You asked somebody who is not on Kith</Trans>}
          {state === 'declined' && <Trans>You said: not now. Nobody was told</Trans>}
          {state === 'over' && <Trans>Over: nothing came of it</Trans>}
          {state === 'accepted' && <Trans>You brought them together</Trans>}
        </p>
      </div>
      {state === 'outside' && (
        <Button busy={answer.isPending} busyLabel={t`One moment`} onClick={() => answer.mutate('yes')}>
          <Trans>They said yes</Trans>
        </Button>
      )}
      {state === 'offered' && (
        <Button variant="quiet" onClick={takeBack}>
          <Trans>Take it back</Trans>
        </Button>
      )}
      {answer.error !== null && <Refusal>{words(answer.error)}</Refusal>}
      <MetVerbs introduction={introduction} />
    </li>
  )
}

/** The kinds for which I want to be brought together with nobody, each to be taken back. */
export function NeverList({ kinds }: { kinds: readonly SubjectKind[] }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const takeBack = useTakeNeverBack()
  return (
    <>
      <Rows title={t`No introductions of this kind`} count={kinds.length}>
        {kinds.map((kind) => (
          <li key={kind}>
            <div>
              <p className={text.name}>{t(KINDS[kind].word)}</p>
            </div>
            <Button variant="quiet" onClick={() => takeBack.mutate(kind)}>
              <Trans>Let them reach you again</Trans>
            </Button>
          </li>
        ))}
      </Rows>
      {takeBack.error !== null && <Refusal>{words(takeBack.error)}</Refusal>}
    </>
  )
}

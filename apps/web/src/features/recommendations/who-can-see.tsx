import type { AudienceChange, Moved, Onward } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { faceOf } from '../../lib/face.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { useNameList } from '../../lib/words/name-list.ts'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { useOnwardWords } from './composer/audience-words.ts'
import css from './own.module.css'
import { audienceHistoryQuery, whoCanSeeQuery } from './recommendation-queries.ts'

/** Who can see a post of mine now: my own people by name, beyond them "about"; `onward` is null where it is for a club. */
export function WhoCanSee({ post, onward }: { post: string; onward: Onward | null }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const onwardWords = useOnwardWords()
  const { data, error, refetch } = useQuery(whoCanSeeQuery(post))
  if (data === undefined && error !== null) {
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data === undefined) return null
  const { ring1, about } = data
  return (
    <section className={layout.room}>
      <h2 className={text.section}>{t`Who can see it now`}</h2>
      <p className={text.muted}>
        {onward === null ? (
          <Plural
            value={ring1.length}
            _0="Nobody else yet."
            one="# person, by name."
            other="# people, by name."
          />
        ) : about === null ? (
          <Plural
            value={ring1.length}
            _0="None of your people."
            one="# of your people."
            other="# of your people."
          />
        ) : (
          <Plural
            value={ring1.length}
            one={`# of your people, about ${about} through them.`}
            other={`# of your people, about ${about} through them.`}
          />
        )}
      </p>
      {onward !== null && <p className={text.meta}>{onwardWords(onward)}</p>}
      <ul className={css.people}>
        {ring1.map((person) => (
          <li key={person.id} className={layout.row}>
            <Ring
              pattern={person.shown === 'tie' ? person.ring : 'unsorted'}
              name={person.name}
              face={faceOf(person)}
              size={32}
            />
            <span className={text.small}>{person.name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whom I let in and out since I wrote it. Nothing stands here as long as I changed nothing. */
export function AudienceChanges({ post }: { post: string }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(audienceHistoryQuery(post))
  if (data === undefined && error !== null) {
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data === undefined || data.changes.length === 0) return null
  return (
    <section className={layout.room}>
      <h2 className={text.section}>{t`Whom you let in and out`}</h2>
      <p className={text.muted}>
        <Trans>
          Your own changes only: who came or went with a tie or a circle is not listed. Whoever could see it
          may have read it.
        </Trans>
      </p>
      <ul className={css.changes}>
        {data.changes.map((change) => (
          <Change key={change.at} change={change} />
        ))}
      </ul>
    </section>
  )
}

function Change({ change: { at, cameIn, wentOut } }: { change: AudienceChange }) {
  const nameList = useNameList()
  const namesOf = ({ ties, more }: Moved) =>
    nameList(
      ties.map(({ name }) => name),
      more,
    )
  const [came, went] = [namesOf(cameIn), namesOf(wentOut)]
  return (
    <li className={css.edit}>
      <p className={text.meta}>{agoWords(at, now(), spokenLanguage())}</p>
      {came !== '' && (
        <p className={text.small}>
          <Trans>Now also for: {came}</Trans>
        </p>
      )}
      {went !== '' && (
        <p className={text.small}>
          <Trans>No longer for: {went}</Trans>
        </p>
      )}
    </li>
  )
}

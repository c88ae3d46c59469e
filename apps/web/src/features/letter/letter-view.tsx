import type { Letter, Season } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../lib/use-me.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { seasonWords } from '../../lib/words/season-words.ts'
import { cx } from '../../ui/class-names.ts'
import text from '../../ui/text.module.css'
import css from './letter.module.css'
import { drawnPeople } from './letter-people.ts'
import { LetterPicture } from './letter-picture.tsx'
import { useOpened } from './letter-queries.ts'
import { letterParagraphs, waitingSentence } from './letter-words.ts'

/** A letter to me, with a picture. Who waits for something of mine is another room's to show. */
export function LetterView({ letter, waiting }: { letter: Letter; waiting: ReactNode }) {
  const { i18n } = useLingui()
  const me = useMe()
  const name = firstName(me.name)
  const { from, to } = drawnPeople(letter)
  const asks = waitingSentence(i18n, letter)
  useOpened(letter)
  return (
    <article className={css.letter}>
      <p className={cx(text.meta, css.when)}>{seasonWords(i18n, letter.season)}</p>
      <h2>
        <Trans>Dear {name},</Trans>
      </h2>
      {from.length + to.length > 0 && <LetterPicture from={from} to={to} />}
      {letterParagraphs(i18n, letter).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {asks !== null && <p>{asks}</p>}
      {waiting}
      <OtherLetters letter={letter} />
    </article>
  )
}

function OtherLetters({ letter: { earlier, later } }: { letter: Letter }) {
  const { t } = useLingui()
  if (earlier === null && later === null) return null
  return (
    <nav className={css.others} aria-label={t`Other letters`}>
      {earlier !== null && <SeasonLink season={earlier} />}
      {later !== null && <SeasonLink season={later} />}
    </nav>
  )
}

function SeasonLink({ season }: { season: Season }) {
  const { i18n } = useLingui()
  const words = seasonWords(i18n, season)
  return (
    <Link to="/letter" search={{ season: season.key }} className={text.tapLink}>
      <Trans>The letter of {words}</Trans>
    </Link>
  )
}

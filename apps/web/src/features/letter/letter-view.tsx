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

interface LetterViewProps {
  letter: Letter
  /** Who waits for something of mine, and how I am told of letters: other rooms show that. */
  waiting: ReactNode
  foot: ReactNode
}

/** A letter to me, with a picture. */
export function LetterView({ letter, waiting, foot }: LetterViewProps) {
  const { i18n } = useLingui()
  const me = useMe()
  const name = firstName(me.name)
  const { from, to } = drawnPeople(letter)
  const [first, ...others] = letterParagraphs(i18n, letter)
  const asks = waitingSentence(i18n, letter)
  useOpened(letter)
  return (
    <article className={css.letter}>
      <p className={cx(text.meta, css.when)}>
        <span>
          <Trans>Only you can read this letter</Trans>
        </span>
        <span>{seasonWords(i18n, letter.season)}</span>
      </p>
      <h1 className={text.display}>
        <Trans>Dear {name},</Trans>
      </h1>
      <p>{first}</p>
      {from.length + to.length > 0 && <LetterPicture from={from} to={to} />}
      {others.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {asks !== null && <p>{asks}</p>}
      {waiting}
      <p className={cx(text.meta, css.source)}>
        <Trans>
          Written from thanks, from what you said helped, and from introductions. Nobody keeps a score.
        </Trans>
      </p>
      <OtherLetters letter={letter} />
      <div className={css.foot}>{foot}</div>
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

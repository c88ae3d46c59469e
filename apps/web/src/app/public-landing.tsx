import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { chooseLanguage, spokenLanguage } from '../lib/language.ts'
import { useTitle } from '../lib/use-title.ts'
import { Glance } from '../ui/glance.tsx'
import { HeroWords, Landing, Promises } from '../ui/landing.tsx'
import text from '../ui/text.module.css'
import { HomeMark } from './home-mark.tsx'

/** The page of somebody who is not signed in: what Kith is, beside the letter at hand. */
export function PublicLanding(props: PublicLandingProps) {
  const { title, letter, letterFirst = false, signInLink = true, objectLink = true } = props
  const { t } = useLingui()
  useTitle(title)
  const other = spokenLanguage() === 'en' ? 'de' : 'en'
  return (
    <Landing
      mark={<HomeMark large />}
      letterFirst={letterFirst}
      links={
        <>
          <button
            type="button"
            className={text.tapLink}
            lang={other}
            onClick={() => void chooseLanguage(other)}
          >
            {other === 'de' ? 'Deutsch' : 'English'}
          </button>
          {signInLink && (
            <Link to="/sign-in" className={text.tapLink}>
              <Trans>Sign in</Trans>
            </Link>
          )}
        </>
      }
      hero={
        <>
          <HeroWords title={t`Good advice has always come through people you know.`}>
            <Trans>Kith carries it a little further and shows you the way it came.</Trans>
          </HeroWords>
          <Glance
            label={t`You know Ben well. A friend of Ben’s recommends a roofer. It reaches you through Ben.`}
            you={t`You`}
            tie={{ name: 'Ben Aigner', title: 'Ben', line: t`whom you know well` }}
            beyond={{ title: t`A friend of Ben’s`, line: t`unnamed, by choice` }}
          >
            <Trans>
              “The roofer came back after the storm, unasked, and looked at every single shingle.”
            </Trans>
          </Glance>
          <Promises
            promises={[
              {
                title: t`Nothing is public.`,
                line: t`A word goes as far as its author lets it, two friendships on at most.`,
              },
              {
                title: t`Nobody is ranked.`,
                line: t`No followers, no stars, no score. You hear first from those you trust.`,
              },
              {
                title: t`Nothing is sponsored.`,
                line: t`Whoever has an interest says so, in the first line.`,
              },
            ]}
          />
        </>
      }
      letter={letter}
      foot={
        objectLink && (
          <Link to="/objection" className={text.tapLink}>
            <Trans>Is something said about you here that you object to?</Trans>
          </Link>
        )
      }
    />
  )
}

interface PublicLandingProps {
  title: string
  letter: ReactNode
  letterFirst?: boolean
  /** Left out where it leads to the page at hand, or where somebody is signed in. */
  signInLink?: boolean
  /** Left out where it leads to the page at hand. */
  objectLink?: boolean
}

import type { ShownChain, ShownTie } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { now } from '../../lib/clock.ts'
import { faceOf } from '../../lib/face.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useMe } from '../../lib/use-me.ts'
import { stepOf } from '../../lib/words/closeness-words.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Path, type PathStep } from '../../ui/path.tsx'
import { HollowRing, NamedRing, Ring, YouRing } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import type { Told } from './told.ts'

/** The chain from me downwards: my own word, what a carrier does, and the author last, with the words. */
export function WhyPath({ chain, told }: WhyPathProps) {
  const { t } = useLingui()
  const me = useMe()
  const personWords = usePersonWords()
  const { tie, beyond } = chain
  const name = firstName(tie.name)
  const steps: PathStep[] = [
    {
      key: 'you',
      ring: <YouRing name={me.name} face={faceOf(me)} size={44} />,
      title: t`You`,
      next: stepOf(tie.closeness) ?? 2,
      children: <MyWord tie={tie} />,
    },
    {
      key: 'tie',
      ring: <Ring pattern={tie.ring} name={tie.name} face={faceOf(tie)} size={44} />,
      title: tie.name,
      next: beyond.length > 0 ? 'unknown' : null,
      children:
        beyond.length > 0 ? (
          <p className={text.muted}>
            <Trans>
              {name} lets things travel on. How well {name} knows the next person is {name}’s own affair, so
              this line only says that the two know each other.
            </Trans>
          </p>
        ) : (
          <Words told={told} named />
        ),
    },
    ...beyond.map((link, index): PathStep => {
      const isLast = index === beyond.length - 1
      return {
        key: `beyond-${index}`,
        ring:
          link.shown === 'named' ? (
            <NamedRing name={link.name} face={faceOf(link)} size={44} />
          ) : (
            <HollowRing size={44} />
          ),
        title:
          link.shown === 'named'
            ? link.name
            : isLast
              ? personWords(told.person).who
              : t`Somebody ${name} knows`,
        next: isLast ? null : 'unknown',
        children: isLast ? (
          <Words told={told} named={link.shown === 'named'} />
        ) : (
          <Naming named={link.shown === 'named'} />
        ),
      }
    }),
  ]
  return <Path steps={steps} />
}

interface WhyPathProps {
  chain: ShownChain
  told: Told
}

function MyWord({ tie }: { tie: ShownTie }) {
  const { t } = useLingui()
  const name = firstName(tie.name)
  const step = stepOf(tie.closeness)
  const said = {
    1: t`You know ${name} in passing.`,
    2: t`You and ${name} are acquainted.`,
    3: t`You know ${name} well.`,
    4: t`${name} is close to you.`,
    5: t`${name} is like family to you.`,
  }
  return (
    <p className={text.muted}>
      {step === null ? (
        <Trans>You have not said yet how well you know {name}.</Trans>
      ) : (
        <Trans>{said[step]} That is your own word, and only you see it.</Trans>
      )}
    </p>
  )
}

function Naming({ named }: { named: boolean }) {
  return (
    <p className={text.muted}>
      {named ? (
        <Trans>Named further on, by their own wish.</Trans>
      ) : (
        <Trans>Named only to their own ties.</Trans>
      )}
    </p>
  )
}

function Words({ told, named }: { told: Told; named: boolean }) {
  const written = agoWords(told.created, now(), spokenLanguage())
  return (
    <>
      <p className={text.muted}>
        {named ? (
          <Trans>In their own words, {written}:</Trans>
        ) : (
          <Trans>Named only to their own ties. Their words, {written}:</Trans>
        )}
      </p>
      {(told.said !== null || told.room === 'asks') && (
        <blockquote className={text.voiceSmall} lang={told.language}>
          {quoted(told.said ?? told.title, told.language)}
        </blockquote>
      )}
    </>
  )
}

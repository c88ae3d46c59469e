import type { ChainLink, ShownPerson, Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Check, Minus, ThumbsDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { withFace } from '../../lib/face.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Chain } from '../../ui/chain.tsx'
import { cx } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { Marked } from '../../ui/marked.tsx'
import { Tag } from '../../ui/tag.tsx'
import text from '../../ui/text.module.css'
import { WhyLine } from '../../ui/why-line.tsx'
import { InterestStamp } from './interest-stamp.tsx'
import css from './said.module.css'

/** One voice: how it came, from whom, what it says. `heading` stands between why line and words. */
export function Said({ voice, heading, small = false, stamped = true, onWhy, children }: SaidProps) {
  const { t } = useLingui()
  const { words, language } = voice
  return (
    <div className={cx(css.said, small && css.small)}>
      {stamped && <InterestStamp interest={voice.interest} words={words} language={language} />}
      <SaidHead voice={voice} onWhy={onWhy} />
      {heading}
      {voice.verdict === 'against' && (
        <p className={css.against}>
          <Tag tone="against" icon={ThumbsDown}>{t`Advises against`}</Tag>
        </p>
      )}
      {words.why !== null && (
        <blockquote className={cx(small ? text.voiceSmall : text.voice, css.words)} lang={language}>
          <Marked>{quoted(words.why, language)}</Marked>
        </blockquote>
      )}
      <Fit words={words} language={language} />
      {children}
    </div>
  )
}

interface SaidProps {
  voice: Voice
  heading?: ReactNode
  small?: boolean
  stamped?: boolean
  onWhy?: ((voice: Voice) => void) | undefined
  children?: ReactNode
}

/** From whom something came and by which way. */
export function SaidHead<Told extends Came>({ voice, onWhy }: SaidHeadProps<Told>) {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const { who, how } = personWords(voice.person, voice.chain)
  const chain = chainOf(voice)
  return (
    <div className={css.head}>
      {chain !== null && <Chain tie={withFace(chain.tie)} beyond={chain.beyond.map(linkWithFace)} margin />}
      <WhyLine
        who={who}
        how={how}
        label={t`How this reached you`}
        onOpen={onWhy === undefined || voice.way === 'own' ? undefined : () => onWhy(voice)}
      />
    </div>
  )
}

type Came = Pick<Voice, 'person' | 'chain' | 'way'>

interface SaidHeadProps<Told extends Came> {
  voice: Told
  onWhy?: ((voice: Told) => void) | undefined
}

// What was addressed to me, or stands in a club, came without a chain: a tie of mine is drawn all the same.
function chainOf({ chain, person }: { chain: Voice['chain']; person: ShownPerson }) {
  if (chain !== null) return chain
  return person.shown === 'tie' ? { tie: person, beyond: [] } : null
}

function linkWithFace(link: ChainLink) {
  return link.shown === 'named' ? withFace(link) : link
}

function Fit({ words, language }: Pick<Voice, 'words' | 'language'>) {
  if (words.forWhom === null && words.notForWhom === null) return null
  return (
    <div className={css.fit} lang={language}>
      {words.forWhom !== null && (
        <p>
          <Icon of={Check} />
          <FitWords kind="for" words={words.forWhom} />
        </p>
      )}
      {words.notForWhom !== null && (
        <p>
          <Icon of={Minus} />
          <FitWords kind="not" words={words.notForWhom} />
        </p>
      )}
    </div>
  )
}

function FitWords({ kind, words }: { kind: 'for' | 'not'; words: string }) {
  const { t } = useLingui()
  return (
    <span>
      <span className={text.vh}>{kind === 'for' ? t`For:` : t`Not for:`} </span>
      <Marked>{words}</Marked>
    </span>
  )
}

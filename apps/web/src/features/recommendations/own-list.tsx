import type { OwnRecommendation } from '@kith/contract'
import { Link } from '@tanstack/react-router'
import { quoted } from '../../lib/words/quotes.ts'
import { cx } from '../../ui/class-names.ts'
import text from '../../ui/text.module.css'
import { Facts } from './facts.tsx'
import css from './own.module.css'
import { VoiceTags } from './voice-tags.tsx'

/** What I wrote, and who can see each. */
export function OwnList({ own }: { own: readonly OwnRecommendation[] }) {
  return (
    <ul className={css.own}>
      {own.map(({ voice }) => (
        <li key={voice.post}>
          <Link to="/recommendations/$id" params={{ id: voice.post }}>
            <h2>{voice.subject.title}</h2>
            <Facts subject={voice.subject} voice={voice} />
            {voice.words.why !== null && (
              <p className={cx(text.voiceSmall, css.excerpt)} lang={voice.language}>
                {quoted(voice.words.why, voice.language)}
              </p>
            )}
            <VoiceTags voice={voice} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

import type { ChainPerson } from './chain.tsx'
import { HollowRing, Ring, YouRing } from './ring.tsx'
import css from './standing-picture.module.css'

const RADII = [44, 78, 110]
const THICKNESS = [2.5, 1.25, 2.5, 4, 6, 8.5]

export interface StandingVoice {
  key: string
  tie: ChainPerson
  /** How many people lie between me and the author. */
  between: 0 | 1 | 2
  against: boolean
}

/** Where the voices about a subject stand around me; an author against carries a minus. */
export function StandingPicture({ voices, label }: { voices: readonly StandingVoice[]; label: string }) {
  const names = [...new Set(voices.map(({ tie }) => tie.name))]
  const placed = voices.map((voice) => {
    const siblings = voices.filter(({ tie }) => tie.name === voice.tie.name)
    const spread = siblings.indexOf(voice) * 0.34
    const angle = -2.3 + (names.indexOf(voice.tie.name) / Math.max(1, names.length)) * 2 * Math.PI
    return { ...voice, tieAt: at(angle, 44), authorAt: at(angle + spread, RADII[voice.between] ?? 44) }
  })
  return (
    <svg className={css.picture} viewBox="0 0 240 240" role="img" aria-label={label}>
      {RADII.map((radius) => (
        <circle key={radius} cx="120" cy="120" r={radius} className={css.orbit} />
      ))}
      {placed.map(({ key, tie, tieAt, authorAt }) => (
        <g key={key}>
          <line
            x1="120"
            y1="120"
            x2={tieAt.x}
            y2={tieAt.y}
            stroke="var(--ink)"
            strokeWidth={THICKNESS[tie.closeness ?? 0]}
          />
          <line x1={tieAt.x} y1={tieAt.y} x2={authorAt.x} y2={authorAt.y} className={css.unknown} />
        </g>
      ))}
      {placed.map(({ key, tie, tieAt, between, authorAt }) => (
        <g key={key}>
          {between > 0 && <HollowRing size={20} at={{ x: authorAt.x - 10, y: authorAt.y - 10 }} />}
          <Ring
            pattern={tie.ring}
            name={tie.name}
            face={tie.face}
            size={34}
            at={{ x: tieAt.x - 17, y: tieAt.y - 17 }}
          />
        </g>
      ))}
      {placed
        .filter(({ against }) => against)
        .map(({ key, authorAt }) => (
          <g key={key} transform={`translate(${authorAt.x + 14} ${authorAt.y - 14})`}>
            <circle r="9" className={css.against} />
            <path d="M-4 0h8" className={css.minus} />
          </g>
        ))}
      <YouRing size={26} at={{ x: 107, y: 107 }} />
    </svg>
  )
}

function at(angle: number, radius: number) {
  return { x: 120 + radius * Math.cos(angle), y: 120 + radius * Math.sin(angle) }
}

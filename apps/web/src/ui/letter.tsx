import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import css from './letter.module.css'

/** A letter: square corners, on raised paper. `posted` puts the postage stamp on it. */
export function Letter({ title, sub, picture, posted = false, children }: LetterProps) {
  return (
    <section className={css.letter}>
      {posted && <Postage />}
      <div className={cx(css.head, posted && css.besideStamp)}>
        {picture}
        <div>
          <h2>{title}</h2>
          {sub !== undefined && <p className={css.sub}>{sub}</p>}
        </div>
      </div>
      {children}
    </section>
  )
}

interface LetterProps {
  title: string
  sub?: ReactNode
  picture?: ReactNode
  posted?: boolean
  children: ReactNode
}

const ACROSS = [6, 14, 22, 30, 38, 46, 54, 62]
const DOWN = [8, 16, 24, 32, 40, 48, 56, 64, 72]

function Postage() {
  return (
    <svg className={css.postage} viewBox="0 0 68 80" aria-hidden="true">
      <rect x="3" y="3" width="62" height="74" fill="var(--lamp)" />
      {ACROSS.flatMap((x) => [3, 77].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="2.6" />))}
      {DOWN.flatMap((y) => [3, 65].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="2.6" />))}
      <g fill="none" stroke="var(--on-lamp)">
        <path d="M9 67a25 25 0 0 1 50 0" strokeWidth="1.25" />
        <path d="M18 67a16 16 0 0 1 32 0" strokeWidth="2.75" strokeDasharray="6.4 2.6" />
      </g>
      <text x="34" y="30" textAnchor="middle">
        kith
      </text>
      <circle className={css.you} cx="34" cy="65" r="5.5" />
    </svg>
  )
}

import type { ReactNode } from 'react'
import css from './path.module.css'

export interface PathStep {
  key: string
  ring: ReactNode
  title: string
  /** How thick my tie to the next one is; `unknown` for a tie that is not mine, null at the end. */
  next: 1 | 2 | 3 | 4 | 5 | 'unknown' | null
  children: ReactNode
}

/** A chain from you downwards, each person with a sentence. It draws itself once, from you outwards. */
export function Path({ steps }: { steps: readonly PathStep[] }) {
  return (
    <ol className={css.path}>
      {steps.map((step) => (
        <li key={step.key} className={step.next === null ? css.last : css[`next-${step.next}`]}>
          <span className={css.node}>{step.ring}</span>
          <div>
            <b>{step.title}</b>
            {step.children}
          </div>
        </li>
      ))}
    </ol>
  )
}

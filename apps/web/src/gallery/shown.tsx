import type { ReactNode } from 'react'
import text from '../ui/text.module.css'
import css from './gallery.module.css'

/** One part in one state, with a word on which. */
export function Shown({ as, children }: { as: string; children: ReactNode }) {
  return (
    <div className={css.shown}>
      <p className={text.meta}>{as}</p>
      <div>{children}</div>
    </div>
  )
}

/** Presses in the gallery lead nowhere. */
export function nothing(): void {}

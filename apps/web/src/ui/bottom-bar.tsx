import type { ReactNode } from 'react'
import css from './bottom-bar.module.css'

/** The five places of a phone's thumb. */
export function BottomBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={css.bar} aria-label={label}>
      {children}
    </nav>
  )
}

/** The round plus in its middle. */
export function PlusDisc({ children }: { children: ReactNode }) {
  return <span className={css.plus}>{children}</span>
}

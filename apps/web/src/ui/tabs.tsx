import type { ReactNode } from 'react'
import css from './tabs.module.css'

/** Words that are links; the current one (`aria-current`) stands on the lamp. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {children}
    </nav>
  )
}

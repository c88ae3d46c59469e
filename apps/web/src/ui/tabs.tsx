import { type ReactNode, useEffect, useRef } from 'react'
import css from './tabs.module.css'

/** Words that are links; the current one (`aria-current`) stands on the lamp, and is in sight where the row is too long. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current]')
    if (!row.current || !current) return
    // The row alone: the page stays where it is.
    row.current.scrollLeft += Math.max(
      0,
      current.getBoundingClientRect().right - row.current.getBoundingClientRect().right,
    )
  }, [])
  return (
    <nav ref={row} className={css.tabs} aria-label={label}>
      {children}
    </nav>
  )
}

import type { ReactNode } from 'react'
import rule from './double-rule.module.css'
import css from './masthead.module.css'

/** The head of every page: mark, words to go to, what to do, me. Closed by the double rule. */
export function Masthead({ mark, links, label, end }: MastheadProps) {
  return (
    <>
      <header className={css.masthead}>
        {mark}
        <nav aria-label={label}>{links}</nav>
        <div className={css.end}>{end}</div>
      </header>
      <div className={rule.rule} />
    </>
  )
}

interface MastheadProps {
  mark: ReactNode
  links: ReactNode
  label: string
  end: ReactNode
}

/** What stands in the masthead of a wide screen only. */
export function WideOnly({ children }: { children: ReactNode }) {
  return <span className={css.wideOnly}>{children}</span>
}

import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import css from './page.module.css'

/** A page's text, and beside it on a wide screen its marginalia; on a narrow one they stand `below` it, or nowhere. */
export function Page({ aside, below = false, children }: PageProps) {
  return (
    <div className={css.page}>
      <div className={cx(aside !== undefined && css.columns)}>
        <main id="main" tabIndex={-1} className={css.main}>
          {children}
        </main>
        {aside !== undefined && <aside className={cx(css.aside, below && css.below)}>{aside}</aside>}
      </div>
    </div>
  )
}

interface PageProps {
  aside?: ReactNode
  below?: boolean
  children: ReactNode
}

/** Text that leaves the left margin to the chains. `spine` draws the line that is you. */
export function MarginColumn({ spine = false, children, ...rest }: MarginColumnProps) {
  return (
    <div {...rest} className={cx(css.margin, spine && css.spine)}>
      {children}
    </div>
  )
}

interface MarginColumnProps {
  spine?: boolean
  children: ReactNode
  role?: 'feed'
  'aria-label'?: string
  'aria-busy'?: boolean
}

/** A page of one narrow column: forms, settings. */
export function NarrowColumn({ children }: { children: ReactNode }) {
  return <div className={css.narrow}>{children}</div>
}

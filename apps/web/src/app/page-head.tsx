import type { ReactNode } from 'react'
import { useTitle } from '../lib/use-title.ts'
import layout from '../ui/layout.module.css'
import { MarginColumn } from '../ui/page.tsx'
import text from '../ui/text.module.css'
import css from './page-head.module.css'

/** Title, a line below it, what one can do, and the tabs. */
export function PageHead({ title, tabs, actions, wide = false, children }: PageHeadProps) {
  useTitle(title)
  const Column = wide ? 'div' : MarginColumn
  return (
    <header className={css.head}>
      {tabs}
      <Column>
        <div className={css.title}>
          <div>
            <h1 className={text.display}>{title}</h1>
            <p className={text.muted}>{children}</p>
          </div>
          {actions !== undefined && <div className={layout.buttons}>{actions}</div>}
        </div>
      </Column>
    </header>
  )
}

interface PageHeadProps {
  title: string
  tabs?: ReactNode
  actions?: ReactNode
  /** Without the margin of the chains. */
  wide?: boolean
  children?: ReactNode
}

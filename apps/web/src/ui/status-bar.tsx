import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './status-bar.module.css'

/** Says that there is no connection, calmly, over everything; says nothing when `children` is null. */
export function StatusBar({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={css.host}>
      {children !== null && (
        <p className={css.bar}>
          <Icon of={CloudOff} />
          <span>{children}</span>
        </p>
      )}
    </div>
  )
}

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './status-bar.module.css'

/** Says calmly, over everything, what holds for the whole app just now; says nothing when `children` is null. */
export function StatusBar({ icon, action, children }: StatusBarProps) {
  return (
    <div role="status" className={css.host}>
      {children !== null && (
        <p className={css.bar}>
          <Icon of={icon} />
          <span>{children}</span>
          {action !== undefined && (
            <button type="button" onClick={action.onPress}>
              {action.label}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

interface StatusBarProps {
  icon: LucideIcon
  action?: { label: string; onPress: () => void } | undefined
  children: ReactNode
}

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './action.module.css'
import { Icon } from './icon.tsx'

/** What one can do with a voice or a card, side by side. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>
}

/** One of them. What is done already fills its icon with the lamp; `shortcut` is the single key that presses it. */
export function Action({ icon, done = false, shortcut, onPress, children }: ActionProps) {
  return (
    <button
      type="button"
      className={css.action}
      data-done={done || undefined}
      data-key={shortcut}
      onClick={onPress}
    >
      <Icon of={icon} />
      {children}
    </button>
  )
}

interface ActionProps {
  icon: LucideIcon
  done?: boolean
  shortcut?: 's' | 't'
  onPress: () => void
  children: ReactNode
}

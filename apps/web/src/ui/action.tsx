import { Ellipsis, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './action.module.css'
import { cx } from './class-names.ts'
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

/** All that can be done beside them, at the end of the row; pressed by the single key ".". */
export function MoreAction({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      className={cx(css.action, css.more)}
      aria-label={label}
      aria-haspopup="dialog"
      data-key="."
      onClick={onPress}
    >
      <Icon of={Ellipsis} />
    </button>
  )
}

interface ActionProps {
  icon: LucideIcon
  done?: boolean
  shortcut?: 's' | 't' | 'p' | 'a'
  onPress: () => void
  children: ReactNode
}

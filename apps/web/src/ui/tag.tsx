import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './tag.module.css'

/** Icon and word, small, no frame. */
export function Tag({ icon, tone = 'plain', children }: TagProps) {
  return (
    <span className={css[tone]}>
      <Icon of={icon} />
      <span>{children}</span>
    </span>
  )
}

interface TagProps {
  icon: LucideIcon
  tone?: 'plain' | 'against' | 'helped'
  children: ReactNode
}

/** Tags in a line, wrapping. */
export function Tags({ children }: { children: ReactNode }) {
  return <p className={css.tags}>{children}</p>
}

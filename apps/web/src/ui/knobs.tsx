import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import css from './knobs.module.css'

/** Rows that each change one thing. */
export function Knobs({ children }: { children: ReactNode }) {
  return <ul className={css.knobs}>{children}</ul>
}

/** One row: icon, verb first, and where needed a sentence on who notices what. */
export function Knob({ icon, title, line, onPress, busy = false }: KnobProps) {
  return (
    <li>
      <button type="button" onClick={onPress} disabled={busy}>
        <Icon of={icon} />
        <span className={css.words}>
          <span>{title}</span>
          {line !== undefined && <span className={css.line}>{line}</span>}
        </span>
        <Icon of={ChevronRight} className={css.chevron} />
      </button>
    </li>
  )
}

interface KnobProps {
  icon: LucideIcon
  title: string
  line?: string
  onPress: () => void
  busy?: boolean
}

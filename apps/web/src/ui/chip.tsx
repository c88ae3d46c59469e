import { Check, ChevronDown, X } from 'lucide-react'
import type { ButtonHTMLAttributes } from 'react'
import css from './chip.module.css'
import { cx } from './class-names.ts'
import { Icon } from './icon.tsx'

/**
 * A small choice. `chosen` makes it a toggle with a check, `removable` a filter in force with a cross,
 * `opens` a chip that opens a sheet.
 */
export function Chip({ chosen, removable = false, opens = false, children, ...rest }: ChipProps) {
  const filled = chosen === true || removable
  return (
    <button
      type="button"
      {...rest}
      className={cx(css.chip, filled && css.filled)}
      aria-pressed={chosen}
      aria-haspopup={opens ? 'dialog' : undefined}
    >
      {children}
      {chosen === true && <Icon of={Check} />}
      {removable && <Icon of={X} />}
      {opens && <Icon of={ChevronDown} />}
    </button>
  )
}

interface ChipProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  chosen?: boolean
  removable?: boolean
  opens?: boolean
}

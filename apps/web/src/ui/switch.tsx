import type { ReactNode } from 'react'
import css from './switch.module.css'

/** On or off, at once. */
export function Switch({ title, line, on, onSwitch, busy = false }: SwitchProps) {
  return (
    <label className={css.row}>
      <span>
        <span className={css.title}>{title}</span>
        {line !== undefined && <span className={css.line}>{line}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        className={css.input}
        checked={on}
        disabled={busy}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      <span className={css.track} />
    </label>
  )
}

interface SwitchProps {
  title: ReactNode
  line?: ReactNode
  on: boolean
  onSwitch: (on: boolean) => void
  busy?: boolean
}

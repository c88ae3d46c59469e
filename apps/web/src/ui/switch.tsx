import { type ReactNode, useId } from 'react'
import css from './switch.module.css'

/** On or off, at once. The line below is said after its name. */
export function Switch({ title, line, on, onSwitch, busy = false }: SwitchProps) {
  const id = useId()
  return (
    <label className={css.row}>
      <span>
        <span id={id} className={css.title}>
          {title}
        </span>
        {line !== undefined && (
          <span id={`${id}-line`} className={css.line}>
            {line}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-labelledby={id}
        aria-describedby={line === undefined ? undefined : `${id}-line`}
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

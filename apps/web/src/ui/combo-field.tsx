import { type KeyboardEvent, useId, useState } from 'react'
import css from './combo-field.module.css'
import { TextField } from './field.tsx'
import text from './text.module.css'

/**
 * A line to write on that offers what one may mean. Nothing is chosen until an arrow or a press chooses it: what was
 * typed may stay as it is.
 */
export function ComboField({
  label,
  aside,
  hint,
  value,
  maxLength,
  options,
  listLabel,
  autoFocus,
  onType,
  onPick,
}: ComboFieldProps) {
  const listId = useId()
  const [marked, setMarked] = useState(-1)
  const [dismissed, setDismissed] = useState(false)
  const isOpen = options.length > 0 && !dismissed
  const at = Math.min(marked, options.length - 1)
  const pick = (index: number) => {
    setMarked(-1)
    setDismissed(true)
    const option = options[index]
    if (option !== undefined) onPick(option)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return
    const to = { ArrowDown: Math.min(at + 1, options.length - 1), ArrowUp: Math.max(at - 1, -1) }[event.key]
    if (to !== undefined) setMarked(to)
    else if (event.key === 'Enter' && at >= 0 && !event.ctrlKey && !event.metaKey) pick(at)
    else if (event.key === 'Escape') setDismissed(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div>
      <TextField
        label={label}
        aside={aside}
        hint={isOpen ? undefined : hint}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        autoFocus={autoFocus}
        role="combobox"
        data-keeps-escape={isOpen || undefined}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
        onKeyDown={onKeyDown}
        onBlur={() => setDismissed(true)}
        onChange={(event) => {
          setMarked(-1)
          setDismissed(false)
          onType(event.target.value)
        }}
      />
      {isOpen && (
        <ul id={listId} className={css.list} role="listbox" aria-label={listLabel}>
          {options.map((option, index) => (
            <li
              key={option.key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(index)}
            >
              {option.title} <span className={text.meta}>{option.line}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export interface ComboOption {
  key: number
  title: string
  line: string
}

interface ComboFieldProps {
  label: string
  aside?: string
  hint?: string
  value: string
  maxLength: number
  options: readonly ComboOption[]
  listLabel: string
  autoFocus?: boolean
  onType: (typed: string) => void
  onPick: (option: ComboOption) => void
}

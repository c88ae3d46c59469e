import { type ReactNode, useId } from 'react'
import { type Thickness, TieSample } from './chain.tsx'
import { cx } from './class-names.ts'
import css from './radio-list.module.css'

interface Choice<Value extends string> {
  value: Value
  title: string
  line?: string
}

/** Words to choose one of; none is chosen as long as `value` is null. */
export function RadioList<Value extends string>({
  legend,
  choices,
  value,
  onChoose,
  error,
}: RadioListProps<Value>) {
  const name = useId()
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend className={css.legend}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={css.row}>
          <input
            type="radio"
            className={css.input}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            {...spokenBy(`${name}-${choice.value}`, choice.line)}
            onChange={() => onChoose(choice.value)}
          />
          <span className={css.dot} />
          <span>
            <b id={`${name}-${choice.value}`}>{choice.title}</b>
            {choice.line !== undefined && (
              <span id={`${name}-${choice.value}-line`} className={css.line}>
                {choice.line}
              </span>
            )}
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p id={`${name}-error`} className={css.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface RadioListProps<Value extends string> {
  legend: ReactNode
  choices: readonly Choice<Value>[]
  value: Value | null
  onChoose: (value: Value) => void
  error?: string | undefined
}

/** A choice, or all of them, are called by a title; the line beside it is said after that. */
function spokenBy(id: string, line: string | undefined) {
  return { 'aria-labelledby': id, 'aria-describedby': line === undefined ? undefined : `${id}-line` }
}

/** The five steps of closeness: every row draws its tie. A press on the chosen row takes the choice back. */
export function ClosenessList({ legend, aside, steps, value, onChoose }: ClosenessListProps) {
  const name = useId()
  return (
    <fieldset {...spokenBy(name, aside)}>
      <legend className={css.legend}>
        <span id={name}>{legend}</span>{' '}
        {aside !== undefined && (
          <span id={`${name}-line`} className={css.aside}>
            {aside}
          </span>
        )}
      </legend>
      {steps.map((step) => (
        <label key={step.closeness} className={cx(css.row, css.tier)}>
          <input
            type="radio"
            className={css.input}
            name={name}
            checked={step.closeness === value}
            {...spokenBy(`${name}-${step.closeness}`, step.line)}
            onChange={() => onChoose(step.closeness)}
            onClick={() => step.closeness === value && onChoose(null)}
          />
          <span className={css.dot} />
          <TieSample closeness={step.closeness} chosen={step.closeness === value} />
          <span>
            <b id={`${name}-${step.closeness}`}>{step.title}</b>
            <span id={`${name}-${step.closeness}-line`} className={cx(css.line, css.small)}>
              {step.line}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface ClosenessListProps {
  legend: string
  aside?: string
  steps: readonly { closeness: Thickness; title: string; line: string }[]
  value: number | null
  onChoose: (closeness: Thickness | null) => void
}

import css from './order.module.css'

/** Two ways to order a list, in words, always visible. */
export function Order<Value extends string>({ label, choices, value, onChoose }: OrderProps<Value>) {
  return (
    <div className={css.order} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
        >
          {choice.title}
        </button>
      ))}
    </div>
  )
}

interface OrderProps<Value extends string> {
  label: string
  choices: readonly { value: Value; title: string }[]
  value: Value
  onChoose: (value: Value) => void
}

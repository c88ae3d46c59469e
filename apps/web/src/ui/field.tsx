import { CircleAlert } from 'lucide-react'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { cx } from './class-names.ts'
import css from './field.module.css'
import { Icon } from './icon.tsx'
import { Tag } from './tag.tsx'

interface Around {
  label: string
  /** Stands right of the label: "one sentence is enough". */
  aside?: string | undefined
  hint?: ReactNode
  /** Why it was refused; one sentence. */
  error?: string | undefined
}

/** A ruled line to write on. `data` sets it in the sans, for what is no prose (an e-mail address). */
export function TextField({ label, aside, hint, error, data = false, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} aside={aside} hint={hint} error={error}>
      <input
        id={id}
        {...rest}
        className={cx(css.line, data && css.data)}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={saidAfter(id, { aside, hint, error })}
      />
    </Labelled>
  )
}

type TextFieldProps = Around & { data?: boolean } & Omit<InputHTMLAttributes<HTMLInputElement>, 'className'>

/** One's own password again. Whose it is stands with it unseen, so that whatever keeps passwords knows which to fill in. */
export function OwnPasswordField({
  owner,
  ...rest
}: { owner: string } & Omit<TextFieldProps, 'type' | 'data'>) {
  return (
    <>
      <input hidden readOnly autoComplete="username" value={owner} />
      <TextField {...rest} type="password" autoComplete="current-password" data />
    </>
  )
}

/** Ruled paper for several lines; it grows with what is written. */
export function TextArea({ label, aside, hint, error, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} aside={aside} hint={hint} error={error}>
      <textarea
        id={id}
        rows={2}
        {...rest}
        className={css.ruled}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={saidAfter(id, { aside, hint, error })}
      />
    </Labelled>
  )
}

type TextAreaProps = Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'>

/** One of a list that is too long to be shown whole; the device shows it in its own way. */
export function SelectField({ label, hint, options, ...rest }: SelectFieldProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <select id={id} {...rest} className={cx(css.line, css.data)} aria-describedby={saidAfter(id, { hint })}>
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type SelectFieldProps = Pick<Around, 'label' | 'hint'> & {
  options: readonly { value: number; words: string }[]
} & Pick<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'>

function Labelled({ id, label, aside, hint, error, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div>
      <div className={css.head}>
        <label className={css.label} htmlFor={id}>
          {label}
        </label>
        {aside !== undefined && (
          <span id={`${id}-aside`} className={css.aside}>
            {aside}
          </span>
        )}
      </div>
      {children}
      {error !== undefined ? (
        <p id={`${id}-note`} className={css.error} role="alert">
          <Tag tone="against" icon={CircleAlert}>
            {error}
          </Tag>
        </p>
      ) : (
        hint !== undefined && (
          <div id={`${id}-note`} className={css.hint}>
            {hint}
          </div>
        )
      )}
    </div>
  )
}

// A field is called by its label alone; what is said about it follows, whole sentences first.
function saidAfter(id: string, { aside, hint, error }: Omit<Around, 'label'>): string | undefined {
  const said = []
  if (hint !== undefined || error !== undefined) said.push(`${id}-note`)
  if (aside !== undefined) said.push(`${id}-aside`)
  return said.length > 0 ? said.join(' ') : undefined
}

/** A sentence about why something was refused, where it belongs to no single field. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <p className={css.refusal} role="alert">
      <Icon of={CircleAlert} />
      <span>{children}</span>
    </p>
  )
}

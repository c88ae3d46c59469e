import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiError } from './api-error.ts'

/** A sentence for every field that is refused. */
export type Refusals = Readonly<Record<string, string | undefined>>

/**
 * A form of short texts: what is written in it, why a field was refused, and the focus that moves there.
 * `check` answers a sentence for every field that cannot be sent; `refused` has the sentence to show beside a
 * field that the API refuses.
 */
export function useForm<Values extends Record<string, string>>({
  initial,
  check,
  refused,
  onSend,
}: FormWords<Values>) {
  const [values, setValues] = useState(initial)
  const [refusals, setRefusals] = useState<Refusals>({})
  const ref = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (Object.values(refusals).some(Boolean)) {
      ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [refusals])

  const set = (name: keyof Values & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }))
    setRefusals((before) => (before[name] === undefined ? before : { ...before, [name]: undefined }))
  }

  return {
    values,
    set,
    field: (name: keyof Values & string) => ({
      name,
      value: values[name],
      error: refusals[name],
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => set(name, event.target.value),
    }),
    form: {
      ref,
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault()
        const found = check(values)
        setRefusals(found)
        if (!Object.values(found).some(Boolean)) onSend(values)
      },
    },
    /** Puts what the API refused beside its fields. */
    refuse: (error: unknown) => {
      const fields = error instanceof ApiError ? error.fields : []
      setRefusals(Object.fromEntries(fields.map(({ path }) => [path, refused[path]])))
    },
  }
}

interface FormWords<Values> {
  initial: Values
  check: (values: Values) => Refusals
  refused: Refusals
  onSend: (values: Values) => void
}

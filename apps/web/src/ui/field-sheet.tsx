import { type ChangeEvent, type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from './button.tsx'
import { Refusal } from './field.tsx'
import layout from './layout.module.css'
import { Sheet, SheetPart } from './sheet.tsx'

/** A sheet to write one text in. It is sent without the blanks around it, as null where nothing is left. */
export function FieldSheet({ title, sub, initial, field, send, beside, refusal, onClose }: FieldSheetProps) {
  const formId = useId()
  const [value, setValue] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isBusy) send.onSend(value.trim() === '' ? null : value.trim())
  }
  return (
    <Sheet
      title={title}
      sub={sub}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          {beside}
          <Button variant="primary" type="submit" form={formId} busy={send.isBusy} busyLabel={send.busyLabel}>
            {send.label}
          </Button>
        </div>
      }
    >
      <SheetPart>
        <form id={formId} onSubmit={submit}>
          {field({ value, onChange: (event) => setValue(event.target.value) })}
        </form>
        {refusal !== null && <Refusal>{refusal}</Refusal>}
      </SheetPart>
    </Sheet>
  )
}

interface FieldSheetProps {
  title: string
  sub: string
  initial: string
  /** Draws the field, with what ties it to the sheet. */
  field: (written: Written) => ReactNode
  send: { label: string; busyLabel: string; isBusy: boolean; onSend: (text: string | null) => void }
  /** Another button, left of the one that sends. */
  beside?: ReactNode
  /** Why the text was refused. */
  refusal: string | null
  onClose: () => void
}

interface Written {
  value: string
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

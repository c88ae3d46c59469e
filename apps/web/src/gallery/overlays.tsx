import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { FieldSheet } from '../ui/field-sheet.tsx'
import layout from '../ui/layout.module.css'
import { LostSheet } from '../ui/lost-sheet.tsx'
import { Ring } from '../ui/ring.tsx'
import { Scrim } from '../ui/scrim.tsx'
import { Sheet, SheetPart } from '../ui/sheet.tsx'
import { SureSheet } from '../ui/sure-sheet.tsx'
import { showToast, ToastHost } from '../ui/toast.tsx'
import { useLater } from '../ui/use-later.ts'
import { nothing, Shown } from './shown.tsx'

const OVERLAYS = ['sheet', 'wide sheet', 'field sheet', 'sure sheet', 'lost sheet'] as const
type Overlay = (typeof OVERLAYS)[number]

/** What lies over a page, each opened by a press. */
export function Overlays() {
  const [open, setOpen] = useState<Overlay | null>(null)
  const later = useLater(() => 'That could not be done.')
  const close = () => setOpen(null)
  return (
    <>
      <Shown as="Sheets">
        <div className={layout.buttons}>
          {OVERLAYS.map((overlay) => (
            <Button key={overlay} onClick={() => setOpen(overlay)}>
              Open the {overlay}
            </Button>
          ))}
        </div>
      </Shown>
      <Shown as="Toasts: a sentence, one to undo">
        <div className={layout.buttons}>
          <Button onClick={() => showToast({ text: 'Kept.' })}>Show a toast</Button>
          <Button
            onClick={() =>
              later({ text: 'Ben is blocked in ten seconds.', act: () => Promise.resolve(), mayHurry: true })
            }
          >
            Show one to undo
          </Button>
        </div>
      </Shown>
      <ToastHost />
      <Opened overlay={open} onClose={close} />
    </>
  )
}

function Opened({ overlay, onClose }: { overlay: Overlay | null; onClose: () => void }) {
  switch (overlay) {
    case 'sheet':
    case 'wide sheet':
      return (
        <Scrim onClose={onClose}>
          <Sheet
            title="How this reached you"
            sub="Gasthaus Lindner"
            picture={<Ring pattern="friends" name="Ben Aigner" size={56} />}
            wide={overlay === 'wide sheet'}
            onClose={onClose}
            foot={
              <div className={layout.evenButtons}>
                <Button onClick={onClose}>Later</Button>
                <Button variant="primary">Accept</Button>
              </div>
            }
          >
            <SheetPart>
              <p>Ben is close to you, and lets things travel on.</p>
            </SheetPart>
          </Sheet>
        </Scrim>
      )
    case 'field sheet':
      return (
        <FieldSheet
          title="Report this message"
          sub="Only whoever runs Kith reads it."
          initial=""
          field={(written) => <TextArea label="What is wrong with it?" {...written} />}
          send={{ label: 'Send it', busyLabel: 'Sending', isBusy: false, onSend: nothing }}
          refusal="Kith cannot be reached just now."
          onClose={onClose}
        />
      )
    case 'sure sheet':
      return (
        <SureSheet
          title="Delete it?"
          verb="Delete it"
          busy={false}
          refusal={undefined}
          onSure={nothing}
          onClose={onClose}
        >
          Whoever has seen it does not see it any more. This cannot be taken back.
        </SureSheet>
      )
    case 'lost sheet':
      return (
        <LostSheet
          words="Kith cannot be reached just now."
          isGone={false}
          isTrying={false}
          onAgain={nothing}
          onClose={onClose}
        />
      )
    case null:
      return null
  }
}

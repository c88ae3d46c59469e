import { useLingui } from '@lingui/react/macro'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { OutcomePart } from './outcome-part.tsx'

/** How it went with a recommendation, over whatever page it was on. */
export function OutcomeSheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Sheet title={t`How did it go?`} onClose={onClose}>
      <SheetPart>
        <OutcomePart post={of} onHelped={onClose} />
      </SheetPart>
    </Sheet>
  )
}

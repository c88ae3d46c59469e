import type { BrokeredIntroduction } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { useOffer } from './introduction-queries.ts'

/** A text to send to somebody who is not here, by hand. */
export function OutsideSheet({ introduction, onClose }: OutsideSheetProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const [letter, setLetter] = useState(() =>
    [
      t`Hello, somebody I know well is looking for something, and I thought of you:`,
      introduction.words ?? '',
      t`May I bring you two together?`,
    ].join('\n\n'),
  )
  const [copied, setCopied] = useState(false)
  const offer = useOffer(introduction.id)
  const copy = () => void navigator.clipboard?.writeText(letter).then(() => setCopied(true))
  return (
    <Sheet
      title={t`Somebody who is not on Kith`}
      sub={<Trans>Send this yourself, as you write to each other anyway. Kith sends nothing.</Trans>}
      onClose={onClose}
      foot={
        <>
          {offer.error !== null && <Refusal>{words(offer.error)}</Refusal>}
          <div className={layout.evenButtons}>
            <Button onClick={copy}>{copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}</Button>
            <Button
              variant="primary"
              busy={offer.isPending}
              busyLabel={t`One moment`}
              onClick={() => offer.mutate({ outside: true }, { onSuccess: onClose })}
            >
              <Trans>I have sent it</Trans>
            </Button>
          </div>
        </>
      }
    >
      <SheetPart>
        <TextArea
          label={t`What you could write`}
          value={letter}
          rows={6}
          onChange={(event) => setLetter(event.target.value)}
        />
      </SheetPart>
    </Sheet>
  )
}

interface OutsideSheetProps {
  introduction: BrokeredIntroduction
  onClose: () => void
}

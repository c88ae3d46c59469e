import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { Words } from './message-row.tsx'
import css from './threads.module.css'
import type { Outgoing } from './use-outgoing.ts'

/** What is on its way; where it did not arrive, why, and once more. */
export function OutgoingRow({ letter, onAgain, onDrop }: OutgoingRowProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { refusal, text: said, photo } = letter
  return (
    <article className={cx(css.message, css.mine)} aria-label={t`Your message, not sent yet`}>
      <div>
        {refusal === null && (
          <p className={text.meta} role="status">
            <Trans>Sending</Trans>
          </p>
        )}
        {photo !== null && <p className={text.muted}>{photo.name}</p>}
        {said !== '' && <Words>{said}</Words>}
        {refusal !== null && (
          <>
            <Refusal>{words(refusal)}</Refusal>
            <div className={layout.buttons}>
              <Button onClick={onAgain}>
                <Trans>Send again</Trans>
              </Button>
              <Button variant="quiet" onClick={onDrop}>
                <Trans>Do not send it</Trans>
              </Button>
            </div>
          </>
        )}
      </div>
    </article>
  )
}

interface OutgoingRowProps {
  letter: Outgoing
  onAgain: () => void
  onDrop: () => void
}

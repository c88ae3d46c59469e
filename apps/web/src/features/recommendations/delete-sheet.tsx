import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { useDeleteRecommendation } from './recommendation-queries.ts'

/** Asks before a recommendation of mine is gone for good. */
export function DeleteSheet({
  post,
  onClose,
  onGone,
}: {
  post: string
  onClose: () => void
  onGone: () => void
}) {
  const { t } = useLingui()
  const words = useErrorWords()
  const remove = useDeleteRecommendation()
  return (
    <Sheet
      title={t`Delete it?`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button
            variant="primary"
            busy={remove.isPending}
            busyLabel={t`One moment`}
            onClick={() => remove.mutate(post, { onSuccess: onGone })}
          >
            <Trans>Delete it</Trans>
          </Button>
        </div>
      }
    >
      <p className={text.lead}>
        <Trans>It is gone for everybody at once, and cannot be brought back.</Trans>
      </p>
      {remove.error !== null && <Refusal>{words(remove.error)}</Refusal>}
    </Sheet>
  )
}

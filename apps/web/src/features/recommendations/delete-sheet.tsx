import { Trans, useLingui } from '@lingui/react/macro'
import { useRefusal } from '../../lib/use-error-words.ts'
import { SureSheet } from '../../ui/sure-sheet.tsx'
import { useDeleteRecommendation } from './recommendation-queries.ts'

/** Asks before a recommendation of mine is gone for good. */
export function DeleteSheet({ post, onClose, onGone }: DeleteSheetProps) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const remove = useDeleteRecommendation()
  return (
    <SureSheet
      title={t`Delete it?`}
      verb={t`Delete it`}
      busy={remove.isPending}
      refusal={refusal(remove.error)}
      onClose={onClose}
      onSure={() => remove.mutate(post, { onSuccess: onGone })}
    >
      <Trans>It is gone for everybody at once, and cannot be brought back.</Trans>
    </SureSheet>
  )
}

interface DeleteSheetProps {
  post: string
  onClose: () => void
  onGone: () => void
}

import type { OwnAsk, PostId } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Action } from '../../ui/action.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useCloseAsk, useReopenAsk } from './ask-queries.ts'

/**
 * Says that an ask was solved through this answer, which closes it; or shows that it was. Null is an answer of somebody
 * without an account: it is solved then, and through nobody that Kith knows.
 */
export function SolvedAction({ ask, own, answer }: OwnAsk & { answer: PostId | null }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const close = useCloseAsk(ask.post)
  const reopen = useReopenAsk(ask.post)
  if (answer !== null && own.result?.through === answer) {
    return (
      <Tag tone="helped" icon={Check}>
        <Trans>Solved through this</Trans>
      </Tag>
    )
  }
  if (own.result !== null) return null
  const onError = (error: unknown) => showToast({ text: words(error) })
  return (
    <Action
      icon={Check}
      onPress={() =>
        close.mutate(
          { solved: true, through: answer },
          {
            onSuccess: () =>
              showToast({
                text: answer === null ? t`Solved.` : t`Solved. You can thank for it now.`,
                action: [{ label: t`Undo`, onPress: () => reopen.mutate(undefined, { onError }) }],
              }),
            onError,
          },
        )
      }
    >
      {t`Solved through this`}
    </Action>
  )
}

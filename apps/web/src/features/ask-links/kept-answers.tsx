import type { ClaimedAnswer } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { codeOf } from '../../lib/api-error.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { useClaim } from './ask-link-queries.ts'
import { forgetClaim, type KeptClaim, keptClaims } from './kept-claims.ts'

// One that is no use any more: it was used, or removed, or answers an ask of one's own.
const SPENT = new Set(['not_found', 'ask_of_own'])

/**
 * Asks about what was answered from this browser as a guest, one by one: whoever says that it was he takes it along. Where
 * nothing was, `otherwise` may ask.
 */
export function KeptAnswers({ otherwise = null }: { otherwise?: ReactNode }) {
  const { t } = useLingui()
  const [[kept], setClaims] = useState(keptClaims)
  const words = useErrorWords()
  const claim = useClaim()
  const say = useSayTaken()
  if (kept === undefined) return otherwise
  const forget = () => {
    forgetClaim(kept)
    setClaims(keptClaims())
  }
  const take = () =>
    claim.mutate(kept.claim, {
      onSuccess: (taken) => {
        forget()
        say(kept, taken)
      },
      onError: (error) => {
        const code = codeOf(error)
        if (SPENT.has(code)) forget()
        showToast({
          text:
            code === 'not_found'
              ? t`It is not there any more: removed, or taken along already.`
              : words(error),
        })
      },
    })
  const { title, asker } = kept
  return (
    <WaitingQuestion
      title={t`Was that you who recommended “${title}” to ${asker}?`}
      line={t`It was sent from this browser, by the link of an ask. In your notebook it is yours; ${asker} has it from then on only if you answer with it.`}
    >
      <Button variant="primary" busy={claim.isPending} onClick={take}>
        {t`Take it into the notebook`}
      </Button>
      <Button onClick={forget}>{t`It was not me`}</Button>
    </WaitingQuestion>
  )
}

/** Says where it is now, and leads to the ask where it could be answered with it. */
function useSayTaken() {
  const { t } = useLingui()
  const navigate = useNavigate()
  return ({ title }: KeptClaim, { ask }: ClaimedAnswer) =>
    showToast({
      text: t`“${title}” lies in your notebook.`,
      action:
        ask === null
          ? []
          : [
              {
                label: t`To the ask`,
                onPress: () => void navigate({ to: '/asks/$id', params: { id: ask } }),
              },
            ],
    })
}

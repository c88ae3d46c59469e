import type { Candidate, Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLater } from '../../ui/use-later.ts'

/**
 * Answers whether I may be recommended like this: shown at once, and said after ten seconds in which it can be undone.
 * `said` is what I have just said and nobody knows yet.
 */
export function useAnswer({ post }: Voice, { asked }: Candidate) {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const queryClient = useQueryClient()
  const queryKey = ['candidacy', post, asked]
  const { data: said = null } = useQuery<boolean | null>({ queryKey, enabled: false })
  const forget = () => queryClient.setQueryData(queryKey, null)
  const settle = () => {
    forget()
    refetchEverything(queryClient)
  }
  const answer = (agreed: boolean, text: string) => {
    queryClient.setQueryData(queryKey, agreed)
    later({
      text,
      act: () => api.put(`/recommendations/${post}/candidacy`, { agreed, asked }).finally(settle),
      back: forget,
    })
  }
  return {
    said,
    yes: () => answer(true, t`Thank you. Others hear it in a moment.`),
    no: () => answer(false, t`Nobody hears it. A no looks like no answer.`),
    takeBack: () => answer(false, t`Nobody hears it any more.`),
  }
}

import type { Move, SubjectKind, TieView } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TrendingDown } from 'lucide-react'
import { api } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Knob } from '../../ui/knobs.tsx'
import { showToast } from '../../ui/toast.tsx'

/** Less of one kind from one of my ties; everything else that he says counts as before. Nobody is told. */
export function LessKnob({ tie, kind, onDone }: { tie: TieView; kind: SubjectKind; onDone: () => void }) {
  const { t } = useLingui()
  const less = useLess(tie)
  const name = firstName(tie.person.name)
  const kindWord = t(KINDS[kind].word)
  return (
    <Knob
      icon={TrendingDown}
      title={t`Less of this kind from ${name}: ${kindWord}`}
      line={t`All else from ${name} counts as before. Nobody is told.`}
      busy={less.isPending}
      onPress={() => less.mutate(kind, { onSuccess: onDone })}
    />
  )
}

function useLess({ id, person }: TieView) {
  const { t } = useLingui()
  const words = useErrorWords()
  const queryClient = useQueryClient()
  const name = firstName(person.name)
  const failed = (error: unknown) => showToast({ text: words(error) })
  const undo = (move: string) =>
    api
      .put<void>(`/ties/${id}/moves/${move}/undo`, { because: 'mistaken' })
      .then(() => refetchEverything(queryClient), failed)
  return useMutation({
    mutationFn: (kind: SubjectKind) => api.post<Move>(`/ties/${id}/less`, { kind }),
    onSuccess: (move) => {
      refetchEverything(queryClient)
      showToast({
        text: t`You will hear less of this kind from ${name}.`,
        action: [{ label: t`Undo`, onPress: () => void undo(move.id) }],
      })
    },
    onError: failed,
  })
}

import type { CloseForMe, ShownTie, SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Shapes, UserRoundX } from 'lucide-react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Refusal } from '../../ui/field.tsx'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useClose } from './use-close.ts'

/** Closes "for me" for who brought something, or for its kind. */
export function ClosingSheet({ from, kind, onClose }: ClosingSheetProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const close = useClose()
  const first = firstName(from.name)
  const kindWord = t(KINDS[kind].word)
  const press = (wish: CloseForMe, done: string) => close.mutate({ wish, done }, { onSuccess: onClose })
  return (
    <Sheet title={t`Less of this`} onClose={onClose}>
      <Knobs>
        <Knob
          icon={UserRoundX}
          title={t`Nothing more from ${first}`}
          line={t`${first} is not told, and what ${first} recommends you hear as before.`}
          busy={close.isPending}
          onPress={() =>
            press({ what: 'person', person: from.id }, t`Nothing from ${first} comes here any more.`)
          }
        />
        <Knob
          icon={Shapes}
          title={t`Nothing more of this kind: ${kindWord}`}
          line={t`Whoever it comes from. Nobody is told.`}
          busy={close.isPending}
          onPress={() =>
            press({ what: 'kind', kind }, t`Nothing of this kind comes here any more: ${kindWord}.`)
          }
        />
      </Knobs>
      {close.error !== null && <Refusal>{words(close.error)}</Refusal>}
    </Sheet>
  )
}

interface ClosingSheetProps {
  from: ShownTie
  kind: SubjectKind
  onClose: () => void
}

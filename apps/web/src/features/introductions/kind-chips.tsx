import type { SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useKindOptions } from '../../lib/words/use-kind-options.ts'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Refusal } from '../../ui/field.tsx'

/** What an introduction is about. `missing`: it was sent without. */
export function KindChips({ kind, missing, onChoose }: KindChipsProps) {
  const { t } = useLingui()
  return (
    <>
      <ChoiceChips label={t`What it is about`} options={useKindOptions()} chosen={kind} onChoose={onChoose} />
      {missing && <Refusal>{t`Please choose a kind.`}</Refusal>}
    </>
  )
}

interface KindChipsProps {
  kind: SubjectKind | undefined
  missing: boolean
  onChoose: (kind: SubjectKind) => void
}

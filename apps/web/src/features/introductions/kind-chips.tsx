import type { SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { KIND_ORDER } from '../../lib/words/kind-order.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Refusal } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'

/** What an introduction is about. `missing`: it was sent without. */
export function KindChips({ kind, missing, onChoose }: KindChipsProps) {
  const { t } = useLingui()
  return (
    <>
      <div className={layout.chips} role="group" aria-label={t`What it is about`}>
        {KIND_ORDER.map((each) => (
          <Chip key={each} chosen={each === kind} onClick={() => onChoose(each)}>
            <Icon of={KINDS[each].icon} />
            {t(KINDS[each].word)}
          </Chip>
        ))}
      </div>
      {missing && <Refusal>{t`Please choose a kind.`}</Refusal>}
    </>
  )
}

interface KindChipsProps {
  kind: SubjectKind | undefined
  missing: boolean
  onChoose: (kind: SubjectKind) => void
}

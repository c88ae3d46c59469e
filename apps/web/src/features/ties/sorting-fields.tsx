import { useLingui } from '@lingui/react/macro'
import type { useSorting } from '../../lib/use-sorting.ts'
import { useClosenessSteps } from '../../lib/words/closeness-words.ts'
import { CircleChips } from '../../ui/circle-chips.tsx'
import { ClosenessList } from '../../ui/radio-list.tsx'
import { SheetPart } from '../../ui/sheet.tsx'
import css from './ties.module.css'

/** How do you know each other, and how well: all optional. */
export function SortingFields({ sorting, name }: { sorting: ReturnType<typeof useSorting>; name: string }) {
  const { t } = useLingui()
  const steps = useClosenessSteps()
  return (
    <>
      <SheetPart
        title={
          <>
            {t`How do you know each other?`} <span className={css.aside}>{t`as many as fit`}</span>
          </>
        }
      >
        <CircleChips circles={sorting.circles} chosen={sorting.chosen} onChoose={sorting.setChosen} />
      </SheetPart>
      <SheetPart>
        <ClosenessList
          legend={t`How well?`}
          aside={t`${name} is never told`}
          steps={steps}
          value={sorting.closeness}
          onChoose={sorting.setCloseness}
        />
      </SheetPart>
    </>
  )
}

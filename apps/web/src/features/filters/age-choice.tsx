import { Trans, useLingui } from '@lingui/react/macro'
import type { Filters } from '../../lib/filters.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { AGES } from './age-words.ts'

/** How old it may be, and whether hearsay counts. */
export function AgeChoice({ filters, onClose, onFilter }: AgeChoiceProps) {
  const { t } = useLingui()
  return (
    <Sheet
      title={t`Age and experience`}
      onClose={onClose}
      foot={
        <Button variant="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <SheetPart title={t`Said or confirmed within`}>
        <div className={layout.chips} role="group" aria-label={t`Said or confirmed within`}>
          {AGES.map(({ age, word }) => (
            <Chip
              key={age}
              chosen={age === filters.age}
              onClick={() => onFilter({ ...filters, age: age === filters.age ? null : age })}
            >
              {t(word)}
            </Chip>
          ))}
        </div>
      </SheetPart>
      <SheetPart>
        <Switch
          title={t`Own experience only`}
          line={t`Leaves out what somebody has only heard of.`}
          on={filters.own}
          onSwitch={(own) => onFilter({ ...filters, own })}
        />
      </SheetPart>
    </Sheet>
  )
}

interface AgeChoiceProps {
  filters: Filters
  onClose: () => void
  onFilter: (filters: Filters) => void
}

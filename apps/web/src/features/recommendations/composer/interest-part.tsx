import type { Interest } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useInterestChoices } from '../../../lib/words/interest-choices.ts'
import { TextField } from '../../../ui/field.tsx'
import { RadioList } from '../../../ui/radio-list.tsx'
import { SheetPart } from '../../../ui/sheet.tsx'
import { Switch } from '../../../ui/switch.tsx'
import type { Draft } from './draft.ts'

const RISE: readonly Interest[] = ['none', 'connected', 'paid']

/** A required choice without default. What was stated once may only rise. */
export function InterestPart({ draft, from = 'none', errors, onChange }: InterestPartProps) {
  const { t } = useLingui()
  const choices = useInterestChoices(
    t`My own firm, a commission, a reward. It goes to your own ties who said yes to offers, and no further.`,
  )
  return (
    <SheetPart>
      <RadioList
        legend={t`Do you have an interest of your own in it?`}
        choices={choices.filter(({ value }) => RISE.indexOf(value) >= RISE.indexOf(from))}
        value={draft.interest}
        error={errors.interest}
        onChoose={(interest) => onChange({ interest })}
      />
      {(draft.interest === 'connected' || draft.interest === 'paid') && (
        <TextField
          label={draft.interest === 'paid' ? t`By whom, and for what?` : t`In which way?`}
          placeholder={draft.interest === 'paid' ? t`The workshop is mine.` : t`My sister owns the workshop.`}
          value={draft.interestWords}
          maxLength={LIMITS.interestWords}
          error={errors.interestWords}
          onChange={(event) => onChange({ interestWords: event.target.value })}
        />
      )}
      {draft.interest === 'paid' && (
        <Switch
          title={t`I am looking for partners`}
          line={t`It stands on the stamp. Nowhere else may partners be sought.`}
          on={draft.partnersSought}
          onSwitch={(partnersSought) => onChange({ partnersSought })}
        />
      )}
    </SheetPart>
  )
}

interface InterestPartProps {
  draft: Draft
  /** The interest already stated; nothing below it is offered. */
  from?: Interest | undefined
  errors: { interest?: string | undefined; interestWords?: string | undefined }
  onChange: (change: Partial<Draft>) => void
}

import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { TextField } from '../../ui/field.tsx'
import { Order } from '../../ui/order.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { AskDraft } from './ask-draft.ts'
import css from './asks.module.css'

/** The few things that matter when a craftsman or a job is sought. */
export function AskKindFields({ draft, onChange }: AskKindFieldsProps) {
  const { t } = useLingui()
  const write = (field: 'trade' | 'region' | 'role' | 'field') => ({
    value: draft[field],
    maxLength: LIMITS.detail,
    aside: t`optional`,
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  if (draft.kind === 'craftsman') {
    return (
      <>
        <div className={css.pair}>
          <TextField label={t`Trade`} {...write('trade')} />
          <TextField label={t`Has to come to`} {...write('region')} />
        </div>
        <Switch title={t`It hurries`} on={draft.urgent} onSwitch={(urgent) => onChange({ urgent })} />
      </>
    )
  }
  if (draft.kind !== 'job') return null
  return (
    <>
      <div className={css.pair}>
        <TextField label={t`What you want to be`} {...write('role')} />
        <TextField label={t`Field of work`} {...write('field')} />
      </div>
      <Order
        label={t`How much of the week`}
        choices={[
          { value: 'any', title: t`Either` },
          { value: 'full', title: t`Full time` },
          { value: 'part', title: t`Part time` },
        ]}
        value={draft.hours ?? 'any'}
        onChoose={(hours: 'any' | 'full' | 'part') => onChange({ hours: hours === 'any' ? null : hours })}
      />
    </>
  )
}

interface AskKindFieldsProps {
  draft: AskDraft
  onChange: (change: Partial<AskDraft>) => void
}

import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { now } from '../../../lib/clock.ts'
import { TextField } from '../../../ui/field.tsx'
import { Order } from '../../../ui/order.tsx'
import css from './composer.module.css'
import type { Draft } from './draft.ts'

type Text = 'creator' | 'year' | 'trade' | 'region' | 'role' | 'field' | 'occasion' | 'ends'

interface KindFieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

/** The few facts that a subject of this kind is recognised by; they are fixed once it is sent. */
export function FactFields({ draft, onChange }: KindFieldsProps) {
  const { t } = useLingui()
  const write = writing(draft, onChange)
  const optional = { aside: t`optional` }
  switch (draft.kind) {
    case 'film':
    case 'book':
      return (
        <div className={css.pair}>
          <TextField
            label={draft.kind === 'film' ? t`By whom` : t`Written by`}
            maxLength={LIMITS.creator}
            {...optional}
            {...write('creator')}
          />
          <TextField
            label={t`Year`}
            inputMode="numeric"
            maxLength={4}
            data
            {...optional}
            {...write('year')}
            onChange={(event) => onChange({ year: event.target.value.replaceAll(/\D/g, '') })}
          />
        </div>
      )
    case 'craftsman':
      return (
        <div className={css.pair}>
          <TextField label={t`Trade`} maxLength={LIMITS.detail} {...optional} {...write('trade')} />
          <TextField label={t`Comes to`} maxLength={LIMITS.detail} {...optional} {...write('region')} />
        </div>
      )
    case 'job':
      return (
        <div className={css.pair}>
          <TextField label={t`Wanted as`} maxLength={LIMITS.detail} {...optional} {...write('role')} />
          <TextField label={t`Field of work`} maxLength={LIMITS.detail} {...optional} {...write('field')} />
        </div>
      )
    default:
      return null
  }
}

/** What one says of this kind alone, and may change later. */
export function WordsOfKind({ draft, onChange }: KindFieldsProps) {
  const { t } = useLingui()
  const write = writing(draft, onChange)
  if (draft.kind === 'restaurant') {
    return (
      <TextField
        label={t`For what occasion`}
        aside={t`optional`}
        maxLength={LIMITS.detail}
        {...write('occasion')}
      />
    )
  }
  if (draft.kind !== 'job') return null
  return (
    <>
      <Order
        label={t`How much work is it?`}
        choices={[
          { value: 'full', title: t`Full time` },
          { value: 'part', title: t`Part time` },
        ]}
        value={draft.hours ?? ''}
        onChoose={(hours) => onChange({ hours: hours === '' || hours === draft.hours ? null : hours })}
      />
      <TextField
        label={t`Open until`}
        aside={t`optional`}
        hint={t`After that day nobody but you sees it.`}
        type="date"
        min={now().toISOString().slice(0, 10)}
        data
        {...write('ends')}
      />
    </>
  )
}

function writing(draft: Draft, onChange: KindFieldsProps['onChange']) {
  return (name: Text) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
}

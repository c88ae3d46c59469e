import type { SubjectKind } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import { KIND_ORDER } from '../../../lib/words/kind-order.ts'
import { KINDS } from '../../../lib/words/kind-words.ts'
import { Chip } from '../../../ui/chip.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { Tag } from '../../../ui/tag.tsx'
import text from '../../../ui/text.module.css'
import css from './composer.module.css'
import type { Draft } from './draft.ts'
import { PlaceField } from './place-field.tsx'

const WITH_PLACE: ReadonlySet<SubjectKind> = new Set([
  'restaurant',
  'shop',
  'craftsman',
  'health',
  'job',
  'business',
  'place',
  'other',
])

/** What something new is: its kind, and the little that helps to recognise it. */
export function SubjectDetails({ draft, kindError, onChange }: SubjectDetailsProps) {
  const { t } = useLingui()
  const made = draft.kind === 'film' || draft.kind === 'book'
  return (
    <div className={layout.stack}>
      <div role="group" aria-label={t`Kind`}>
        <p className={text.section}>{t`What is it?`}</p>
        <div className={layout.chips}>
          {KIND_ORDER.map((kind) => (
            <Chip
              key={kind}
              chosen={kind === draft.kind}
              aria-invalid={kindError !== undefined || undefined}
              onClick={() => onChange({ kind })}
            >
              <Icon of={KINDS[kind].icon} />
              {t(KINDS[kind].word)}
            </Chip>
          ))}
        </div>
        {kindError !== undefined && (
          <p className={text.hint} role="alert">
            <Tag tone="against" icon={CircleAlert}>
              {kindError}
            </Tag>
          </p>
        )}
      </div>
      {made && (
        <div className={css.pair}>
          <TextField
            label={draft.kind === 'film' ? t`By whom` : t`Written by`}
            aside={t`optional`}
            value={draft.creator}
            maxLength={LIMITS.creator}
            onChange={(event) => onChange({ creator: event.target.value })}
          />
          <TextField
            label={t`Year`}
            aside={t`optional`}
            value={draft.year}
            inputMode="numeric"
            maxLength={4}
            data
            onChange={(event) => onChange({ year: event.target.value.replaceAll(/\D/g, '') })}
          />
        </div>
      )}
      {draft.kind !== null && WITH_PLACE.has(draft.kind) && <PlaceField draft={draft} onChange={onChange} />}
    </div>
  )
}

interface SubjectDetailsProps {
  draft: Draft
  kindError: string | undefined
  onChange: (change: Partial<Draft>) => void
}

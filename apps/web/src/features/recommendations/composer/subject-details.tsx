import type { SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import { useKindOptions } from '../../../lib/words/use-kind-options.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import layout from '../../../ui/layout.module.css'
import { Tag } from '../../../ui/tag.tsx'
import text from '../../../ui/text.module.css'
import { type Draft, withKind } from './draft.ts'
import { FactFields } from './kind-fields.tsx'
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
  return (
    <div className={layout.stack}>
      <div>
        <p className={text.section}>{t`What is it?`}</p>
        <ChoiceChips
          label={t`Kind`}
          options={useKindOptions()}
          chosen={draft.kind}
          invalid={kindError !== undefined}
          onChoose={(kind) => onChange(withKind(kind))}
        />
        {kindError !== undefined && (
          <p className={text.hint} role="alert">
            <Tag tone="against" icon={CircleAlert}>
              {kindError}
            </Tag>
          </p>
        )}
      </div>
      <FactFields draft={draft} onChange={onChange} />
      {draft.kind !== null && WITH_PLACE.has(draft.kind) && <PlaceField draft={draft} onChange={onChange} />}
    </div>
  )
}

interface SubjectDetailsProps {
  draft: Draft
  kindError: string | undefined
  onChange: (change: Partial<Draft>) => void
}

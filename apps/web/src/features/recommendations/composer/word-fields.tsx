import { LIMITS } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Order } from '../../../ui/order.tsx'
import text from '../../../ui/text.module.css'
import css from './composer.module.css'
import type { Draft } from './draft.ts'
import { WordsOfKind } from './kind-fields.tsx'

type Written = 'why' | 'forWhom' | 'notForWhom' | 'when' | 'price' | 'contact' | 'link'
type Part = 'fit' | 'price' | 'contact'

/** The sentence why, and whatever else one likes to say. Parts that hold words are open. */
export function WordFields({ draft, whyError, onChange }: WordFieldsProps) {
  const { t } = useLingui()
  const [opened, setOpened] = useState<readonly Part[]>([])
  const filled: Record<Part, boolean> = {
    fit: draft.forWhom + draft.notForWhom !== '',
    price: draft.when + draft.price !== '',
    contact: draft.contact + draft.link !== '',
  }
  const isOpen = (part: Part) => filled[part] || opened.includes(part)
  const parts: { part: Part; word: string }[] = [
    { part: 'fit', word: t`For whom` },
    { part: 'price', word: t`When and price` },
    { part: 'contact', word: t`Contact and link` },
  ]
  const write = (name: Written) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  return (
    <div className={css.fields}>
      <div>
        <TextArea
          label={draft.verdict === 'against' ? t`Why not` : t`Why`}
          aside={t`one sentence is enough`}
          placeholder={t`What would you tell a friend?`}
          maxLength={LIMITS.why}
          error={whyError}
          {...write('why')}
        />
        <div className={css.more}>
          {parts
            .filter(({ part }) => !isOpen(part))
            .map(({ part, word }) => (
              <button
                key={part}
                type="button"
                className={text.tapLink}
                onClick={() => setOpened([...opened, part])}
              >
                {word}
              </button>
            ))}
        </div>
      </div>
      {isOpen('fit') && (
        <div className={css.pair}>
          <TextField label={t`For whom`} maxLength={LIMITS.fit} {...write('forWhom')} />
          <TextField label={t`Not for whom`} maxLength={LIMITS.fit} {...write('notForWhom')} />
        </div>
      )}
      {isOpen('price') && (
        <div className={css.pair}>
          <TextField label={t`When`} maxLength={LIMITS.detail} {...write('when')} />
          <TextField label={t`Price`} maxLength={LIMITS.detail} {...write('price')} />
        </div>
      )}
      {isOpen('contact') && (
        <div className={css.pair}>
          <TextField label={t`Contact`} maxLength={LIMITS.contact} {...write('contact')} />
          <TextField label={t`Link`} type="url" data maxLength={LIMITS.link} {...write('link')} />
        </div>
      )}
      <WordsOfKind draft={draft} onChange={onChange} />
      <Order
        label={t`How do you know?`}
        choices={[
          { value: 'own', title: t`Own experience` },
          { value: 'heard', title: t`Heard of` },
        ]}
        value={draft.basis}
        onChoose={(basis: Draft['basis']) => onChange({ basis })}
      />
    </div>
  )
}

interface WordFieldsProps {
  draft: Draft
  whyError: string | undefined
  onChange: (change: Partial<Draft>) => void
}

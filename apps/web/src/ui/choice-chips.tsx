import type { LucideIcon } from 'lucide-react'
import { Chip } from './chip.tsx'
import { Icon } from './icon.tsx'
import layout from './layout.module.css'

/** One of a few, each with its glyph. */
export function ChoiceChips<Key extends string>({
  label,
  options,
  chosen,
  invalid = false,
  onChoose,
}: ChoiceChipsProps<Key>) {
  return (
    <div className={layout.chips} role="group" aria-label={label}>
      {options.map(({ key, icon, word }) => (
        <Chip
          key={key}
          chosen={key === chosen}
          aria-invalid={invalid || undefined}
          onClick={() => onChoose(key)}
        >
          <Icon of={icon} />
          {word}
        </Chip>
      ))}
    </div>
  )
}

interface ChoiceChipsProps<Key extends string> {
  label: string
  options: readonly { key: Key; icon: LucideIcon; word: string }[]
  chosen: Key | null | undefined
  /** Nothing was chosen where something has to be. */
  invalid?: boolean
  onChoose: (key: Key) => void
}

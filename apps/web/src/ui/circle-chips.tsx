import { Chip } from './chip.tsx'
import layout from './layout.module.css'
import { Ring, type RingPattern } from './ring.tsx'

/** Circles to choose as many of as fit. */
export function CircleChips({ circles, chosen, onChoose }: CircleChipsProps) {
  return (
    <div className={layout.chips}>
      {circles.map(({ id, name, kind }) => {
        const on = chosen.includes(id)
        return (
          <Chip
            key={id}
            chosen={on}
            onClick={() => onChoose(on ? chosen.filter((other) => other !== id) : [...chosen, id])}
          >
            <Ring pattern={kind} size={24} />
            {name}
          </Chip>
        )
      })}
    </div>
  )
}

interface CircleChipsProps {
  circles: readonly { id: string; name: string; kind: RingPattern }[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

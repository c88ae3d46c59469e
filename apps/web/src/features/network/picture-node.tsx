import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'
import { faceOf } from '../../lib/face.ts'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { CLOSENESS, stepOf } from '../../lib/words/closeness-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { cx } from '../../ui/class-names.ts'
import { NamedRing, Ring } from '../../ui/ring.tsx'
import css from './network.module.css'
import type { PlacedRest, PlacedTie } from './picture-layout.ts'

const SIZE = 44
const BEYOND = 28

/** One of my ties: the line to me, whom I may name behind him, his ring, his first name. */
export function TieNode({ placed, chosen, dim, named, fanned, tabIndex, onChoose }: TieNodeProps) {
  const { t } = useLingui()
  const { tie, x, y, more, beyond } = placed
  const { person } = tie
  const step = stepOf(person.closeness)
  const how = step === null ? null : t(CLOSENESS[step].short)
  return (
    <g className={cx(css.node, dim && css.dim)}>
      <line className={css.tie} x2={x} y2={y} style={{ strokeWidth: `var(--tie-${step ?? 2})` }} />
      {fanned &&
        beyond.map((one) => (
          <line key={one.person.id} className={css.unknown} x1={x} y1={y} x2={one.x} y2={one.y} />
        ))}
      {fanned &&
        beyond.map((one) => (
          <NamedRing
            key={one.person.id}
            name={one.person.name}
            face={faceOf(one.person)}
            size={BEYOND}
            at={{ x: one.x - BEYOND / 2, y: one.y - BEYOND / 2 }}
          />
        ))}
      <Stop
        label={how === null ? person.name : t`${person.name}, ${how}`}
        chosen={chosen}
        place={placed}
        tabIndex={tabIndex}
        onFocus={onChoose}
        onPress={onChoose}
      />
      {more && <circle className={css.more} cx={x} cy={y} r={SIZE / 2 + 6} />}
      <Ring
        pattern={person.ring}
        name={person.name}
        face={faceOf(person)}
        size={SIZE}
        at={{ x: x - SIZE / 2, y: y - SIZE / 2 }}
      />
      {named && (
        <text className={css.name} x={x} y={y < -SIZE ? y - SIZE / 2 - 14 : y + SIZE / 2 + 24}>
          {firstName(person.name)}
        </text>
      )}
    </g>
  )
}

interface TieNodeProps {
  placed: PlacedTie
  chosen: boolean
  dim: boolean
  named: boolean
  /** Whether those beyond are drawn. */
  fanned: boolean
  tabIndex: number
  onChoose: () => void
}

/** Those of a circle for whom there is no room: their number, which shows them in the list. */
export function RestNode({ rest: { circle, count, x, y }, tabIndex, onFocus, onPress }: RestNodeProps) {
  const { t } = useLingui()
  const circleName = useCircleName()
  const name = circle === null ? null : circleName(circle)
  return (
    <g className={css.node}>
      <Stop
        label={
          name === null ? t`${count} more unsorted, in the list` : t`${count} more in ${name}, in the list`
        }
        place={{ x, y }}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onPress={onPress}
      />
      <Ring pattern={circle?.kind ?? 'unsorted'} size={SIZE} at={{ x: x - SIZE / 2, y: y - SIZE / 2 }} />
      <text className={css.count} x={x} y={y}>
        +{count}
      </text>
    </g>
  )
}

interface RestNodeProps {
  rest: PlacedRest
  tabIndex: number
  onFocus: () => void
  onPress: () => void
}

/** What is pressed: a disc below the ring, which everything drawn on it lets through. */
function Stop({ label, chosen, place: { x, y }, tabIndex, onFocus, onPress }: StopProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress()
  }
  return (
    <circle
      data-stop
      className={cx(css.stop, chosen && css.chosen)}
      cx={x}
      cy={y}
      r={SIZE / 2 + 4}
      role="button"
      tabIndex={tabIndex}
      aria-label={label}
      aria-pressed={chosen}
      onClick={onPress}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    />
  )
}

interface StopProps {
  label: string
  chosen?: boolean
  place: { x: number; y: number }
  tabIndex: number
  onFocus: () => void
  onPress: () => void
}

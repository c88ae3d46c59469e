import { Trans, useLingui } from '@lingui/react/macro'
import { faceOf } from '../../lib/face.ts'
import { useMe } from '../../lib/use-me.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { NamedRing, Ring, YouRing } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './letter.module.css'
import type { DrawnPerson } from './letter-people.ts'

const WIDTH = 360
const ROW = 76
const [LEFT, MIDDLE, RIGHT] = [60, WIDTH / 2, WIDTH - 60]
const RING = 44
const ME = 52
// Between a ring and its line.
const GAP = 6
const LONGEST_NAME = 11

/** What came to me and what went out from me: every line as thick as the other, and no number. */
export function LetterPicture({ from, to }: { from: readonly DrawnPerson[]; to: readonly DrawnPerson[] }) {
  const label = useLabel(from, to)
  const me = useMe()
  const height = Math.max(from.length, to.length, 1) * ROW
  const middle = height / 2
  return (
    <figure className={css.figure}>
      <svg className={css.picture} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
        {from.map((person, at) => (
          <g key={person.id}>
            <path
              className={css.line}
              d={curve(LEFT + RING / 2 + GAP, rowAt(at, from, height), MIDDLE - ME / 2 - GAP, middle)}
            />
            <DrawnNode person={person} x={LEFT} y={rowAt(at, from, height)} />
          </g>
        ))}
        {from.length > 0 && <path className={css.line} d={arrowHead(MIDDLE - ME / 2 - GAP, middle)} />}
        {to.map((person, at) => (
          <g key={person.id}>
            <path
              className={css.line}
              d={`${curve(MIDDLE + ME / 2 + GAP, middle, RIGHT - RING / 2 - GAP, rowAt(at, to, height))}${arrowHead(RIGHT - RING / 2 - GAP, rowAt(at, to, height))}`}
            />
            <DrawnNode person={person} x={RIGHT} y={rowAt(at, to, height)} />
          </g>
        ))}
        <YouRing name={me.name} face={faceOf(me)} size={ME} at={{ x: MIDDLE - ME / 2, y: middle - ME / 2 }} />
      </svg>
      <figcaption className={text.meta}>
        <span>{from.length > 0 && <Trans>what came to you</Trans>}</span>
        <span>{to.length > 0 && <Trans>what went out from you</Trans>}</span>
      </figcaption>
    </figure>
  )
}

function DrawnNode({ person, x, y }: { person: DrawnPerson; x: number; y: number }) {
  const drawn = {
    name: person.name,
    face: faceOf(person),
    size: RING,
    at: { x: x - RING / 2, y: y - RING / 2 },
  }
  const name = firstName(person.name)
  return (
    <>
      {person.shown === 'tie' ? <Ring {...drawn} pattern={person.ring} /> : <NamedRing {...drawn} />}
      <text className={css.name} x={x} y={y + RING / 2 + 14} textAnchor="middle">
        {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}
      </text>
    </>
  )
}

function useLabel(from: readonly DrawnPerson[], to: readonly DrawnPerson[]): string {
  const { t, i18n } = useLingui()
  const listOf = (people: readonly DrawnPerson[]) =>
    new Intl.ListFormat(i18n.locale).format(people.map(({ name }) => name))
  const [givers, takers] = [listOf(from), listOf(to)]
  return [
    ...(givers === '' ? [] : [t`Something came to you from ${givers}.`]),
    ...(takers === '' ? [] : [t`Something went out from you to ${takers}.`]),
  ].join(' ')
}

// A little above the middle of its row: the name stands below.
function rowAt(at: number, { length }: readonly unknown[], height: number): number {
  return (height / length) * (at + 0.5) - (length === 1 ? 0 : 8)
}

function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  const bend = (fromX + toX) / 2
  return `M${fromX} ${fromY}C${bend} ${fromY} ${bend} ${toY} ${toX} ${toY}`
}

function arrowHead(x: number, y: number): string {
  return `M${x - 9} ${y - 5.5}L${x} ${y}L${x - 9} ${y + 5.5}`
}

import { cx } from './class-names.ts'
import { initialsOf } from './initials.ts'
import css from './ring.module.css'

export type RingPattern =
  | 'family'
  | 'friends'
  | 'acquaintances'
  | 'colleagues'
  | 'business'
  | 'club'
  | 'likeminded'
  | 'unsorted'

interface Stroke {
  radii: number[]
  width: number
  dash?: string
  offset?: number
  round?: boolean
  disc?: number
}

const STROKES: Record<RingPattern, Stroke> = {
  family: { radii: [18.75, 15.75], width: 1.5, disc: 13.2 },
  friends: { radii: [18], width: 3 },
  acquaintances: { radii: [18.75], width: 1.25 },
  colleagues: { radii: [18], width: 3, dash: '10.1 4.04' },
  business: { radii: [18], width: 3, dash: '9.4 3.3 2.85 3.3' },
  club: { radii: [18], width: 3.4, dash: '0.01 6.273', round: true },
  likeminded: { radii: [18], width: 3, dash: '45.5 11.05', offset: 22.75 },
  unsorted: { radii: [18.75], width: 1.25, dash: '2 4.54' },
}

/** A person, or with no name a circle: the stroke pattern of the circle kind, a gap, a tinted disc, initials. */
export function Ring({ pattern, name, face, size = 40, at }: RingProps) {
  const stroke = STROKES[pattern]
  return (
    <svg
      {...at}
      className={cx(css.ring, css[pattern])}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
    >
      <circle className={css.ground} cx="20" cy="20" r="20" />
      {stroke.radii.map((radius) => (
        <circle
          key={radius}
          className={css.stroke}
          cx="20"
          cy="20"
          r={radius}
          strokeWidth={stroke.width}
          strokeDasharray={stroke.dash}
          strokeDashoffset={stroke.offset}
          strokeLinecap={stroke.round ? 'round' : undefined}
        />
      ))}
      <circle className={css.disc} cx="20" cy="20" r={stroke.disc ?? 14.2} />
      {name !== undefined && <Initials name={name} size={size} />}
      <Face address={face} radius={stroke.disc ?? 14.2} />
    </svg>
  )
}

interface RingProps {
  pattern: RingPattern
  name?: string | undefined
  /** Where the photo is that fills the disc; the pattern stays. */
  face?: string | undefined
  size?: number
  /** Where it stands inside another drawing. */
  at?: { x: number; y: number }
}

/** Whoever looks: full lamp, ink edge. */
export function YouRing({ name, face, size = 40, at }: Omit<RingProps, 'pattern'>) {
  return (
    <svg
      {...at}
      className={cx(css.ring, css.you)}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
    >
      <circle className={css.disc} cx="20" cy="20" r="18.75" strokeWidth="2.25" />
      {name !== undefined && <Initials name={name} size={size} />}
      <Face address={face} radius={15.5} />
    </svg>
  )
}

/** A discreet person beyond a tie: no disc, no initials, never a face. */
export function HollowRing({ size = 22, at }: { size?: number; at?: { x: number; y: number } }) {
  return (
    <svg
      {...at}
      className={cx(css.ring, css.hollow)}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
    >
      <circle className={css.ground} cx="20" cy="20" r="18" />
      <circle className={css.stroke} cx="20" cy="20" r="18" strokeWidth={68 / size} />
    </svg>
  )
}

/** A person beyond a tie who is open: a hollow ring's line, with initials. */
export function NamedRing({ name, face, size = 40, at }: NamedRingProps) {
  return (
    <svg
      {...at}
      className={cx(css.ring, css.hollow)}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
    >
      <circle className={css.ground} cx="20" cy="20" r="18" />
      <circle className={css.stroke} cx="20" cy="20" r="18" strokeWidth={68 / size} />
      <Initials name={name} size={size} />
      <Face address={face} radius={16} />
    </svg>
  )
}

type NamedRingProps = Omit<RingProps, 'pattern'> & { name: string }

// Over the initials, which show as long as it is not there.
function Face({ address, radius }: { address: string | undefined; radius: number }) {
  if (address === undefined) return null
  const [corner, side] = [20 - radius, 2 * radius]
  return <image className={css.face} href={address} x={corner} y={corner} width={side} height={side} />
}

function Initials({ name, size }: { name: string; size: number }) {
  return (
    <text x="20" y={size >= 56 ? 24.4 : 24.8} fontSize={size >= 56 ? 12.5 : 13.5}>
      {initialsOf(name)}
    </text>
  )
}

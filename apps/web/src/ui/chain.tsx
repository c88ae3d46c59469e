import { Fragment } from 'react'
import css from './chain.module.css'
import { cx } from './class-names.ts'
import { HollowRing, NamedRing, Ring, type RingPattern } from './ring.tsx'

export type Thickness = 1 | 2 | 3 | 4 | 5

export interface ChainPerson {
  name: string
  closeness: number | null
  ring: RingPattern
  face?: string | undefined
}

export type ChainBeyond = { shown: 'named'; name: string; face?: string | undefined } | { shown: 'hollow' }

/**
 * How something came: you, my tie as thick as I say we are close, and the same dots for every further tie.
 * Decorative; the why line beside it says it in words. `margin` moves it into the margin of a wide screen.
 */
export function Chain({ tie, beyond = [], margin = false }: ChainProps) {
  return (
    <span className={cx(css.chain, margin && css.margin)} aria-hidden="true">
      <YouDot />
      <TieLine closeness={tie.closeness} />
      <Ring pattern={tie.ring} name={tie.name} face={tie.face} />
      {beyond.map((link, index) => (
        <Fragment key={index === 0 ? 'second' : 'third'}>
          <i className={css.unknown} />
          {link.shown === 'named' ? (
            <NamedRing name={link.name} face={link.face} size={30} />
          ) : (
            <HollowRing />
          )}
        </Fragment>
      ))}
    </span>
  )
}

interface ChainProps {
  tie: ChainPerson
  beyond?: readonly ChainBeyond[]
  margin?: boolean
}

/** A piece of tie: its thickness is the closeness, unsorted drawn as acquainted. */
export function TieLine({ closeness, className }: { closeness: number | null; className?: string }) {
  return <i className={cx(css.tie, css[`t${closeness ?? 2}`], className)} />
}

function YouDot() {
  return <i className={css.you} />
}

/** A bare tie of one closeness from the you dot to an empty ring, for lists of closeness. */
export function TieSample({ closeness, chosen }: { closeness: Thickness; chosen: boolean }) {
  return (
    <span className={cx(css.chain, css.sample, chosen && css.chosen)} aria-hidden="true">
      <YouDot />
      <TieLine closeness={closeness} />
      <Ring pattern="unsorted" size={22} />
    </span>
  )
}

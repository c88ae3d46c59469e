import type { ReactNode } from 'react'
import { TieLine } from './chain.tsx'
import css from './glance.module.css'
import { HollowRing, Ring, YouRing } from './ring.tsx'

/** The idea at a glance: you, a tie, somebody beyond, and what came that way. It draws itself once. */
export function Glance({ label, you, tie, beyond, children }: GlanceProps) {
  return (
    <figure className={css.glance}>
      <div role="img" aria-label={label}>
        <div className={css.orbits} aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
        <div className={css.line} aria-hidden="true">
          <div className={css.node}>
            <YouRing size={60} />
            <span>
              <b>{you}</b>
            </span>
          </div>
          <div className={css.between}>
            <TieLine closeness={4} className={css.tie ?? ''} />
          </div>
          <div className={css.node}>
            <Ring pattern="friends" name={tie.name} size={68} />
            <span>
              <b>{tie.title}</b>
              <br />
              {tie.line}
            </span>
          </div>
          <div className={css.between}>
            <i className={css.dots} />
          </div>
          <div className={css.node}>
            <HollowRing size={60} />
            <span>
              <b>{beyond.title}</b>
              <br />
              {beyond.line}
            </span>
          </div>
        </div>
      </div>
      <blockquote>{children}</blockquote>
    </figure>
  )
}

interface GlanceProps {
  label: string
  you: string
  tie: { name: string; title: string; line: string }
  beyond: { title: string; line: string }
  children: ReactNode
}

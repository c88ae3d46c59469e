import type { ReactNode } from 'react'
import type { ChainPerson } from './chain.tsx'
import css from './empty-state.module.css'
import { Ring, YouRing } from './ring.tsx'

const PLACES = [0, 60, 120, 180, 240, 300].map((degrees) => {
  const angle = (degrees * Math.PI) / 180
  return { key: degrees, x: 180 + 62 * Math.cos(angle), y: 100 - 62 * Math.sin(angle) }
})

/** You, your first ties, and the places still open. */
export function RingsPicture({ me, myFace, ties, label }: RingsPictureProps) {
  return (
    <svg className={css.picture} viewBox="0 0 360 200" role="img" aria-label={label}>
      <g fill="none" stroke="var(--line)" strokeWidth="1.25">
        <circle cx="180" cy="100" r="62" />
        <circle cx="180" cy="100" r="96" />
      </g>
      {PLACES.map(({ key, x, y }, index) => {
        const tie = ties[index]
        return tie === undefined ? (
          <circle key={key} className={css.open} cx={x} cy={y} r="17" />
        ) : (
          <g key={key}>
            <line
              x1="180"
              y1="100"
              x2={x}
              y2={y}
              stroke="var(--ink)"
              strokeWidth={[2.5, 1.25, 2.5, 4, 6, 8.5][tie.closeness ?? 0]}
            />
            <Ring
              pattern={tie.ring}
              name={tie.name}
              face={tie.face}
              size={44}
              at={{ x: x - 22, y: y - 22 }}
            />
          </g>
        )
      })}
      <YouRing name={me} face={myFace} size={52} at={{ x: 154, y: 74 }} />
    </svg>
  )
}

interface RingsPictureProps {
  me: string
  myFace?: string | undefined
  ties: readonly ChainPerson[]
  label: string
}

/** What will be here, why it is empty, one action and one alternative. Never strangers. */
export function EmptyState({ picture, title, isPage = false, children, actions }: EmptyStateProps) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <section className={css.empty}>
      {picture}
      <Heading className={css.title}>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </section>
  )
}

interface EmptyStateProps {
  picture?: ReactNode
  title: string
  /** Whether this is all there is on the page, which has no other heading then. */
  isPage?: boolean
  children?: ReactNode
  actions?: ReactNode
}

/** The end of a finite list. */
export function UpToDate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css.end}>
      <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true">
        <g fill="none" stroke="var(--line-strong)" strokeWidth="1.25">
          <circle cx="36" cy="36" r="34" />
          <circle cx="36" cy="36" r="22" />
        </g>
        <circle cx="36" cy="36" r="8" fill="var(--lamp)" stroke="var(--ink)" strokeWidth="2.25" />
      </svg>
      <p className={css.endTitle}>{title}</p>
      <p className={css.endLine}>{children}</p>
    </div>
  )
}

import type { Circle, TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { faceOf } from '../../lib/face.ts'
import { CLOSENESS, stepOf } from '../../lib/words/closeness-words.ts'
import { TieLine } from '../../ui/chain.tsx'
import { cx } from '../../ui/class-names.ts'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './people.module.css'
import { type TieGroup, useTieGroups } from './tie-groups.ts'

const HEAD_HEIGHT = 76
const ROW_HEIGHT = 61
// What lies so far outside the window is there already: the text search of the browser finds it, and nothing flickers.
const OVERSCAN = 30

type Line = { group: TieGroup } | { tie: TieView }

/**
 * My ties by circle; a tie in several stands in each of them, the unsorted ones last. Of a long list only what is near the
 * window is drawn.
 */
export function TieList({ ties, circles, verb }: TieListProps) {
  const groups = useTieGroups(ties, circles)
  const lines = groups.flatMap((group): Line[] => [{ group }, ...group.ties.map((tie) => ({ tie }))])
  const list = useRef<HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (at) => ('group' in (lines[at] ?? {}) ? HEAD_HEIGHT : ROW_HEIGHT),
    overscan: OVERSCAN,
    scrollMargin,
  })
  if (lines.length === 0) {
    return (
      <p className={css.nothing}>
        <Trans>None of your ties is called so.</Trans>
      </p>
    )
  }
  return (
    <ul ref={list} className={css.ties} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const line = lines[index]
        const at = {
          ref: virtual.measureElement,
          'data-index': index,
          style: { transform: `translateY(${start - scrollMargin}px)` },
        }
        if (line === undefined) return null
        return 'group' in line ? (
          <GroupHead key={line.group.key} group={line.group} at={at} />
        ) : (
          <TieRow key={index} tie={line.tie} verb={verb(line.tie)} at={at} />
        )
      })}
    </ul>
  )
}

interface TieListProps {
  ties: readonly TieView[]
  circles: readonly Circle[]
  /** What one can do at once, at the end of a row. */
  verb: (tie: TieView) => ReactNode
}

/** Where a line of the list stands. */
interface Standing {
  ref: (element: HTMLElement | null) => void
  'data-index': number
  style: CSSProperties
}

function GroupHead({ group, at }: { group: TieGroup; at: Standing }) {
  return (
    <li {...at} className={css.group}>
      <h2 className={cx(text.section, css.groupName)}>
        <Ring pattern={group.pattern} size={26} />
        {group.name}
      </h2>
    </li>
  )
}

function TieRow({ tie, verb, at }: { tie: TieView; verb: ReactNode; at: Standing }) {
  const { t } = useLingui()
  const { person } = tie
  const step = stepOf(person.closeness)
  return (
    <li {...at} className={css.tie}>
      <Link to="/people/$handle" params={{ handle: person.handle }} className={css.row}>
        <Ring pattern={person.ring} name={person.name} face={faceOf(person)} />
        <span className={css.words}>
          <span className={cx(text.name, css.name)}>{person.name}</span>
          {tie.paused && <span className={text.meta}>{t`Paused by you`}</span>}
          {tie.awaitsConfirmation && <span className={text.meta}>{t`Is it the right person?`}</span>}
        </span>
        {step !== null && (
          <span className={css.closeness}>
            <TieLine closeness={step} className={css.line ?? ''} />
            <span className={cx(text.small, text.muted)}>{t(CLOSENESS[step].short)}</span>
          </span>
        )}
      </Link>
      {verb}
    </li>
  )
}

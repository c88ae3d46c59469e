import type { Circle } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { circlesQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { CircleSheet, NewCircleSheet } from './circle-sheet.tsx'
import css from './circles.module.css'

/** My circles: open one to rename, redraw or delete it; add others. */
export function CircleList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const circleName = useCircleName()
  const { data: circles, error } = useQuery(circlesQuery)
  const [open, setOpen] = useState<Circle | 'new' | null>(null)
  if (error !== null) return <p className={text.lead}>{words(error)}</p>
  if (circles === undefined) return <RowSkeleton count={7} />
  return (
    <>
      <ul className={css.rows}>
        {circles.map((circle) => (
          <li key={circle.id}>
            <button type="button" onClick={() => setOpen(circle)}>
              <Ring pattern={circle.kind} size={32} />
              <span className={css.words}>
                <span className={text.name}>{circleName(circle)}</span>
                <span className={text.meta}>
                  <Plural value={circle.count} _0="nobody yet" one="# person" other="# people" />
                </span>
              </span>
              <Icon of={ChevronRight} />
            </button>
          </li>
        ))}
      </ul>
      <div className={layout.part}>
        <Button disabled={circles.length >= LIMITS.circles} onClick={() => setOpen('new')}>
          <Icon of={Plus} />
          {t`Add a circle`}
        </Button>
        <p className={text.hint}>
          {circles.length >= LIMITS.circles ? (
            <Trans>Sixteen circles are the most there can be.</Trans>
          ) : (
            <Trans>Names and members of your circles are seen by nobody but you.</Trans>
          )}
        </p>
      </div>
      {open === 'new' && <NewCircleSheet onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <CircleSheet circle={open} onClose={() => setOpen(null)} />}
    </>
  )
}

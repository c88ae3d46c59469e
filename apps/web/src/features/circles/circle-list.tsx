import type { Circle } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { circlesQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { Ring } from '../../ui/ring.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import { useChangeCircle } from './circle-queries.ts'
import { CircleSheet, NewCircleSheet } from './circle-sheet.tsx'
import css from './circles.module.css'
import { MembersSheet } from './members-sheet.tsx'

/** My circles: open one to rename, redraw or delete it; add others. */
export function CircleList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const circleName = useCircleName()
  const { data: circles, error, refetch } = useQuery(circlesQuery)
  const [open, setOpen] = useState<Circle | 'new' | null>(null)
  const [membersOf, setMembersOf] = useState<Circle | null>(null)
  if (circles === undefined) {
    if (error === null) return <RowSkeleton count={7} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  return (
    <>
      <ul className={css.rows}>
        {circles.map((circle, at) => (
          <li key={circle.id}>
            <button type="button" className={css.open} onClick={() => setOpen(circle)}>
              <Ring pattern={circle.kind} size={32} />
              <span className={css.words}>
                <span className={text.name}>{circleName(circle)}</span>
                <span className={text.meta}>
                  <Plural value={circle.count} _0="nobody yet" one="# person" other="# people" />
                </span>
              </span>
            </button>
            <MoveButtons circle={circle} name={circleName(circle)} last={at === circles.length - 1} />
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
      {open !== null && open !== 'new' && (
        <CircleSheet
          circle={open}
          onClose={() => setOpen(null)}
          onMembers={() => {
            setOpen(null)
            setMembersOf(open)
          }}
        />
      )}
      {membersOf !== null && <MembersSheet circle={membersOf} onClose={() => setMembersOf(null)} />}
    </>
  )
}

/** Their order is that of my people and of every list of circles. */
function MoveButtons({ circle, name, last }: { circle: Circle; name: string; last: boolean }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const change = useChangeCircle(circle.id)
  const moveTo = (position: number) => () => {
    // While it is on its way the button stays what it is: a disabled one would lose the focus.
    if (!change.isPending)
      change.mutate({ position }, { onError: (error) => showToast({ text: words(error) }) })
  }
  return (
    <>
      <IconButton
        label={t`Move ${name} up`}
        disabled={circle.position === 0}
        onClick={moveTo(circle.position - 1)}
      >
        <Icon of={ArrowUp} />
      </IconButton>
      <IconButton label={t`Move ${name} down`} disabled={last} onClick={moveTo(circle.position + 1)}>
        <Icon of={ArrowDown} />
      </IconButton>
    </>
  )
}

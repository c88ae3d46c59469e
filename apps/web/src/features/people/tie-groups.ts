import type { Circle, TieView } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { CIRCLE_WORDS, useCircleName } from '../../lib/words/circle-words.ts'
import type { RingPattern } from '../../ui/ring.tsx'

/** Those of my ties that are in one circle, or in none. */
export interface TieGroup {
  key: string
  name: string
  pattern: RingPattern
  ties: readonly TieView[]
}

/** The ties by circle, in the order of the circles, the unsorted last; a circle with nobody in it is left out. */
export function useTieGroups(ties: readonly TieView[], circles: readonly Circle[]): readonly TieGroup[] {
  const { t } = useLingui()
  const circleName = useCircleName()
  const byCircle = useMemo(() => Map.groupBy(ties.flatMap(eachCircle), ({ circle }) => circle), [ties])
  const tiesOf = (circle: string | null) => (byCircle.get(circle) ?? []).map(({ tie }) => tie)
  return [
    ...circles.map((circle) => ({
      key: circle.id,
      name: circleName(circle),
      pattern: circle.kind,
      ties: tiesOf(circle.id),
    })),
    { key: 'unsorted', name: t(CIRCLE_WORDS.unsorted), pattern: 'unsorted' as const, ties: tiesOf(null) },
  ].filter((group) => group.ties.length > 0)
}

function eachCircle(tie: TieView): { circle: string | null; tie: TieView }[] {
  return tie.circles.length === 0 ? [{ circle: null, tie }] : tie.circles.map((circle) => ({ circle, tie }))
}

import type { CircleId } from '@kith/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { circlesQuery } from './my-queries.ts'
import { useCircleName } from './words/circle-words.ts'
import { stepOf } from './words/closeness-words.ts'

/** How one sorts a tie: circles and closeness, all optional, in the form that the API takes. */
export function useSorting(initial: { circles: readonly CircleId[]; closeness: number | null }) {
  const { data: circles = [] } = useQuery(circlesQuery)
  const circleName = useCircleName()
  const [chosen, setChosen] = useState<readonly string[]>(initial.circles)
  const [closeness, setCloseness] = useState(stepOf(initial.closeness))
  return {
    /** My circles with the names they have in the language spoken. */
    circles: circles.map((circle) => ({ ...circle, name: circleName(circle) })),
    chosen,
    setChosen,
    closeness,
    setCloseness,
    /** The circles chosen in the order of choosing: the first gives the ring its pattern. */
    answer: {
      closeness,
      circles: chosen.flatMap((id) =>
        circles.filter((circle) => circle.id === id).map((circle) => circle.id),
      ),
    },
  }
}

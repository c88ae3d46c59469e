import { type KeyboardEvent, type RefObject, useState } from 'react'

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** One tab stop for many: arrow keys go round among the elements marked `data-stop`, Home and End to the first and last. */
export function useRoving(inside: RefObject<Element | null>) {
  const [current, setCurrent] = useState(0)
  const go = (to: number) => {
    const stops = inside.current?.querySelectorAll<SVGElement>('[data-stop]') ?? []
    if (stops.length === 0) return
    const next = (to + stops.length) % stops.length
    setCurrent(next)
    stops[next]?.focus()
  }
  return {
    tabIndexOf: (at: number) => (at === current ? 0 : -1),
    /** Somebody came in another way, with the mouse or a finger. */
    come: setCurrent,
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (step !== undefined) go(current + step)
      else if (event.key === 'Home') go(0)
      else if (event.key === 'End') go(-1)
      else return
      event.preventDefault()
    },
  }
}

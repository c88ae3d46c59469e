import { type RefObject, useEffect, useRef } from 'react'

const NEAR_PX = 400

/**
 * Keeps the end of a thread in sight: at first, when I write, and when somebody writes while I am there. Whoever reads
 * further up stays where he is.
 */
export function useAtEnd(newest: string | undefined, outgoing: number): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    const mark = end.current
    if (mark === null) return
    const isNear = mark.getBoundingClientRect().top < window.innerHeight + NEAR_PX
    if (isFirst.current || isNear) mark.scrollIntoView({ block: 'center' })
    isFirst.current = false
  }, [newest, outgoing])
  return end
}

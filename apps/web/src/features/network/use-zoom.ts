import { select } from 'd3-selection'
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom'
import { type RefObject, useEffect, useMemo, useState } from 'react'

const CLOSEST = 6

/** Moves and enlarges what is drawn inside an SVG that reaches from -`reach` to `reach`; never out of sight. */
export function useZoom(svg: RefObject<SVGSVGElement | null>, reach: number) {
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity)
  const behaviour = useMemo(
    () =>
      zoom<SVGSVGElement, unknown>()
        .scaleExtent([1, CLOSEST])
        .translateExtent([
          [-reach, -reach],
          [reach, reach],
        ])
        .filter(leavesThePageAlone)
        .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => setTransform(event.transform)),
    [reach],
  )
  useEffect(() => {
    if (svg.current === null) return
    const selection = select(svg.current).call(behaviour)
    return () => void selection.on('.zoom', null)
  }, [svg, behaviour])
  const command = (what: (selection: ReturnType<typeof select<SVGSVGElement, unknown>>) => void) => {
    if (svg.current !== null) what(select<SVGSVGElement, unknown>(svg.current))
  }
  return {
    transform,
    /** By a factor, around the middle of what is seen. */
    zoomBy: (factor: number) => command((selection) => behaviour.scaleBy(selection, factor)),
    /** All of it again. */
    fit: () => command((selection) => behaviour.transform(selection, zoomIdentity)),
  }
}

/** A wheel or one finger scrolls the page: the picture takes the wheel with Ctrl, two fingers, or one once it is enlarged. */
function leavesThePageAlone(this: SVGSVGElement, event: WheelEvent | MouseEvent | TouchEvent): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey
  if ('touches' in event) return event.touches.length > 1 || this.dataset['enlarged'] === 'true'
  return event.button === 0
}

import type { Circle, DrawnTie, TieView } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useMedia } from '../../lib/use-media.ts'
import { YouRing } from '../../ui/ring.tsx'
import css from './network.module.css'
import { PictureKey } from './picture-key.tsx'
import { layOut, type PictureLayout } from './picture-layout.ts'
import { RestNode, TieNode } from './picture-node.tsx'
import { TieCaption } from './tie-caption.tsx'
import { useRoving } from './use-roving.ts'
import { useZoom } from './use-zoom.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

/** Outside the outermost orbit, with names and without. */
const MARGIN_NAMED = 64
const MARGIN = 20
/** Where there is no room for names. */
const NARROW = '(max-width: 39.99rem)'
const STEP = 1.6
/** Enlarged so far there is room for names everywhere. */
const NAMED_FROM = 2

/**
 * Me in the middle, my ties around me by circle, lines as thick as I say we are close. `isWanted` says whom one looks for;
 * `onRest` is given the circle of whom there is no room, null for the unsorted.
 */
export function NetworkPicture({ me, ties, circles, drawn, isWanted, onRest }: NetworkPictureProps) {
  const { t } = useLingui()
  const svg = useRef<SVGSVGElement>(null)
  const names = !useMedia(NARROW)
  const layout = useMemo(() => layOut(ties, circles, drawn, names), [ties, circles, drawn, names])
  const reach = layout.outer + (names ? MARGIN_NAMED : MARGIN)
  const { transform, zoomBy, fit } = useZoom(svg, reach)
  const roving = useRoving(svg)
  const [chosen, setChosen] = useState<string>()
  const zooms: Record<string, () => void> = { '+': () => zoomBy(STEP), '-': () => zoomBy(1 / STEP), '0': fit }
  const onKeyDown = (event: KeyboardEvent) => {
    zooms[event.key]?.()
    roving.onKeyDown(event)
  }
  const named = (names && layout.roomy) || transform.k >= NAMED_FROM
  return (
    <div>
      <div className={css.frame}>
        <svg
          ref={svg}
          className={css.picture}
          data-enlarged={transform.k > 1}
          viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
          role="group"
          aria-label={t`Your network. Arrow keys go from one to the next, plus and minus enlarge and shrink it.`}
          onKeyDown={onKeyDown}
        >
          <g transform={transform.toString()}>
            <Orbits layout={layout} />
            {layout.ties.map((placed, at) => (
              <TieNode
                key={placed.tie.id}
                placed={placed}
                chosen={placed.tie.id === chosen}
                dim={!isWanted(placed.tie)}
                named={named}
                fanned={layout.roomy || placed.tie.id === chosen}
                tabIndex={roving.tabIndexOf(at)}
                onChoose={() => {
                  setChosen(placed.tie.id)
                  roving.come(at)
                }}
              />
            ))}
            {layout.rest.map((rest, at) => (
              <RestNode
                key={rest.circle?.id ?? 'unsorted'}
                rest={rest}
                tabIndex={roving.tabIndexOf(layout.ties.length + at)}
                onFocus={() => roving.come(layout.ties.length + at)}
                onPress={() => onRest(rest.circle)}
              />
            ))}
            <YouRing name={me} size={72} at={{ x: -36, y: -36 }} />
          </g>
        </svg>
        <ZoomButtons
          onCloser={() => zoomBy(STEP)}
          onFarther={() => zoomBy(1 / STEP)}
          onFit={fit}
          enlarged={transform.k > 1}
        />
      </div>
      <TieCaption placed={layout.ties.find(({ tie }) => tie.id === chosen)} />
      <PictureKey more={layout.ties.some(({ more }) => more)} />
    </div>
  )
}

interface NetworkPictureProps {
  me: string
  ties: readonly TieView[]
  circles: readonly Circle[]
  drawn: readonly DrawnTie[]
  isWanted: (tie: TieView) => boolean
  onRest: (circle: Circle | null) => void
}

function Orbits({ layout: { orbits, outer } }: { layout: PictureLayout }) {
  return [...orbits, outer].map((radius) => <circle key={radius} className={css.orbit} r={radius} />)
}

import type { Circle } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import css from './feed.module.css'

/** The circles in the margin: how many are in each, and a press hears what one of them brings. */
export function CircleLegend({ circles, chosen, onChoose }: CircleLegendProps) {
  const { t } = useLingui()
  const circleName = useCircleName()
  return (
    <section>
      <h2>{t`Your circles`}</h2>
      <ul className={css.legend}>
        {circles.map((circle) => (
          <li key={circle.id}>
            <button
              type="button"
              aria-pressed={circle.id === chosen}
              onClick={() => onChoose(circle.id === chosen ? null : circle.id)}
            >
              <Ring pattern={circle.kind} size={28} />
              <span>{circleName(circle)}</span>
              {circle.count > 0 && <span className={css.count}>{circle.count}</span>}
            </button>
          </li>
        ))}
      </ul>
      <p className={text.hint}>
        {circles.some(({ count }) => count > 0) ? (
          <Trans>Names and members of your circles are seen by nobody but you.</Trans>
        ) : (
          <Trans>Ready-made, empty, and yours. Rename or delete them as you like.</Trans>
        )}
      </p>
    </section>
  )
}

interface CircleLegendProps {
  circles: readonly Circle[]
  chosen: string | null
  onChoose: (circle: string | null) => void
}

import type { ShownChain, Why } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { stepOf } from '../../lib/words/closeness-words.ts'
import { Bars } from '../../ui/bars.tsx'
import { SheetPart } from '../../ui/sheet.tsx'
import css from './why-weights.module.css'

/** What moves a post up or down for me: my own closeness on the way, and its age. */
export function Weights({ chain, freshness }: { chain: ShownChain | null; freshness: Why['freshness'] }) {
  const { t } = useLingui()
  const fresh = Math.max(1, Math.ceil(freshness.tenths / 2))
  return (
    <SheetPart title={t`What it weighs for you`}>
      <dl className={css.weights}>
        {chain !== null && <Closeness chain={chain} />}
        <div>
          <dt>{t`Freshness`}</dt>
          <dd>
            <Bars filled={fresh} label={t`${fresh} of 5`} />
            <Age freshness={freshness} />
          </dd>
        </div>
      </dl>
    </SheetPart>
  )
}

function Closeness({ chain }: { chain: ShownChain }) {
  const { t } = useLingui()
  const step = stepOf(chain.tie.closeness)
  const filled = step ?? 2
  const known = {
    0: t`somebody you have not sorted yet`,
    1: t`somebody you know in passing`,
    2: t`somebody you are acquainted with`,
    3: t`somebody you know well`,
    4: t`somebody close to you`,
    5: t`somebody who is like family to you`,
  }[step ?? 0]
  const distance = [
    t`straight from ${known}`,
    t`one step away, through ${known}`,
    t`two steps away, through ${known}`,
  ]
  return (
    <div>
      <dt>{t`Closeness`}</dt>
      <dd>
        <Bars filled={filled} label={t`${filled} of 5`} />
        <span>{distance[chain.beyond.length]}</span>
      </dd>
    </div>
  )
}

function Age({ freshness: { tenths, halfLifeDays } }: Pick<Why, 'freshness'>) {
  const { t } = useLingui()
  if (tenths >= 9) return <span>{t`fresh`}</span>
  if (tenths >= 5) return <span>{t`good: it counts half after ${halfLifeDays} days`}</span>
  if (tenths >= 2) return <span>{t`fading: it counts half after ${halfLifeDays} days`}</span>
  return <span>{t`old: it hardly counts any more`}</span>
}

import type { Interest } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'

interface InterestChoice {
  value: Interest
  title: string
  line: string
}

/** The three things that one can say of an interest of one's own; `paidLine` says what the third means here. */
export function useInterestChoices(paidLine: string): readonly InterestChoice[] {
  const { t } = useLingui()
  return [
    {
      value: 'none',
      title: t({ message: 'None', context: 'interest' }),
      line: t`I was a customer, nothing more.`,
    },
    {
      value: 'connected',
      title: t({ message: 'Connected', context: 'interest' }),
      line: t`Family, a friend’s business, employer or client.`,
    },
    { value: 'paid', title: t`Paid or rewarded`, line: paidLine },
  ]
}

import { type Card, subjectsOn, type TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { areOffersOpen, leaveOffers } from '../../lib/remembered-mine.ts'
import { useChangeTie } from '../../lib/tie-changes.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import { Switch } from '../../ui/switch.tsx'
import text from '../../ui/text.module.css'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import css from './feed.module.css'
import { offersQuery } from './feed-queries.ts'

/** The one question before a tie's first offer. Only yes opens the lane; no is final and unseen. */
export function OffersQuestion({ tie }: { tie: TieView }) {
  const change = useChangeTie(tie.id)
  const name = firstName(tie.person.name)
  return (
    <WaitingQuestion
      title={
        <Trans>
          {name} also sells. Hear {name}’s offers?
        </Trans>
      }
      line={<Trans>They stand apart from the rest. {name} is not told what you answer.</Trans>}
    >
      <Button disabled={change.isPending} onClick={() => change.mutate({ offers: 'yes' })}>
        <Trans>Yes</Trans>
      </Button>
      <Button disabled={change.isPending} onClick={() => change.mutate({ offers: 'no' })}>
        <Trans>No</Trans>
      </Button>
    </WaitingQuestion>
  )
}

/** Paid posts, kept apart, of those whom I said yes to. */
export function OffersLane({ renderCard }: { renderCard: (card: Card) => ReactNode }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(areOffersOpen)
  const { data } = useQuery({ ...offersQuery, enabled: open })
  const show = (on: boolean) => {
    leaveOffers(on)
    setOpen(on)
  }
  return (
    <section className={css.lane} aria-label={t`Offers`}>
      <Switch title={t`Paid posts, kept apart`} on={open} onSwitch={show} />
      {open && (
        <>
          <div className={css.laneCards}>{data && subjectsOn(data).map(renderCard)}</div>
          <p className={`${text.hint} ${layout.part}`}>
            <Trans>
              A paid post goes no further than its author’s own ties and counts for nothing in what you are
              shown.
            </Trans>
          </p>
        </>
      )}
    </section>
  )
}

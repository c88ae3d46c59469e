import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useSorting } from '../../lib/use-sorting.ts'
import { useClosenessSteps } from '../../lib/words/closeness-words.ts'
import { Button } from '../../ui/button.tsx'
import { CircleChips } from '../../ui/circle-chips.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { ClosenessList } from '../../ui/radio-list.tsx'
import text from '../../ui/text.module.css'
import { useAcceptInvitation } from './invitation-queries.ts'

/** Accepting as somebody who has an account: how do you know each other, all optional. */
export function AcceptInvitation({ secret, me, inviter, onDone }: AcceptInvitationProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const accept = useAcceptInvitation(secret)
  const steps = useClosenessSteps()
  const sorting = useSorting({ circles: [], closeness: null })
  return (
    <>
      <section className={layout.part}>
        <h3 className={text.section}>{t`How do you know each other?`}</h3>
        <CircleChips circles={sorting.circles} chosen={sorting.chosen} onChoose={sorting.setChosen} />
      </section>
      <section className={layout.part}>
        <ClosenessList
          legend={t`How well?`}
          aside={t`${inviter} is never told`}
          steps={steps}
          value={sorting.closeness}
          onChoose={sorting.setCloseness}
        />
      </section>
      <section className={layout.part}>
        {accept.error !== null && <Refusal>{words(accept.error)}</Refusal>}
        <Button
          variant="primary"
          wide
          busy={accept.isPending}
          busyLabel={t`Accepting`}
          onClick={() => accept.mutate(sorting.answer, { onSuccess: onDone })}
        >
          {t`Accept as ${me}`}
        </Button>
        <p className={text.hint}>
          <Trans>{inviter} will see that you accepted.</Trans>
        </p>
      </section>
    </>
  )
}

interface AcceptInvitationProps {
  secret: string
  /** My name, and the first name of whoever invites. */
  me: string
  inviter: string
  onDone: () => void
}

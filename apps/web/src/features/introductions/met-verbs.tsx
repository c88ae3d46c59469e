import type { AskedIntroduction, BrokeredIntroduction, OfferedIntroduction } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useRequestTie } from './introduction-queries.ts'

/** What follows once all said yes: their thread, and a tie for the two who had none. */
export function MetVerbs({ introduction }: MetVerbsProps) {
  const { id, thread } = introduction
  const person = 'person' in introduction ? introduction.person : null
  return (
    <>
      {person?.shown === 'named' && <TieButton id={id} />}
      {thread !== null && (
        <Link to="/threads/$id" params={{ id: thread }} className={buttonClass('second')}>
          <Trans>Open the thread</Trans>
        </Link>
      )}
    </>
  )
}

interface MetVerbsProps {
  introduction: AskedIntroduction | BrokeredIntroduction | OfferedIntroduction
}

function TieButton({ id }: { id: string }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const request = useRequestTie(id)
  const ask = () =>
    request.mutate(undefined, {
      onSuccess: () => showToast({ text: t`Asked. A tie needs both of you.` }),
      onError: (error) => showToast({ text: words(error) }),
    })
  return (
    <Button variant="quiet" busy={request.isPending} busyLabel={t`One moment`} onClick={ask}>
      <Trans>Ask for a tie</Trans>
    </Button>
  )
}

import type { TieView } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import css from './care.module.css'
import { tieCareQuery } from './care-queries.ts'
import { exchangeWords } from './care-words.ts'
import { ClosenessQuestion } from './closeness-question.tsx'
import { useSpoke } from './use-spoke.ts'

/** On the page of a tie: when we last exchanged anything, and that we spoke. Only I see it. */
export function TieCarePart({ tie }: { tie: TieView }) {
  const words = useErrorWords()
  const { data: care, error, refetch } = useQuery(tieCareQuery(tie.id))
  if (care === undefined) {
    return error === null ? null : <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  return (
    <>
      {care.closenessAsked && <ClosenessQuestion tie={tie.id} person={tie.person} />}
      <LastExchange care={care} person={tie.person} />
    </>
  )
}

/** When I last exchanged anything with somebody whom I think of. */
export function LastExchangeLine({ tie }: { tie: TieView }) {
  const { data: care } = useQuery(tieCareQuery(tie.id))
  if (care === undefined) return null
  const when = exchangeWords(care.lastExchange)
  return (
    <p className={text.meta}>
      <Trans>You two last exchanged something {when}.</Trans>
    </p>
  )
}

function LastExchange({ care, person }: { care: Parameters<typeof useSpoke>[0]; person: TieView['person'] }) {
  const { spoke, isPending } = useSpoke(care, person)
  const when = exchangeWords(care.lastExchange)
  return (
    <p className={css.last}>
      <span className={text.muted}>
        <Trans>You two last exchanged something {when}.</Trans>
      </span>
      <Button variant="quiet" disabled={isPending} onClick={spoke}>
        <Trans>We spoke</Trans>
      </Button>
    </p>
  )
}

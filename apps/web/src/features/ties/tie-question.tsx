import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { tiesQuery } from '../../lib/my-queries.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { requestsQuery } from './tie-queries.ts'

/** What about ties waits for me: a person to confirm or a request; where nothing does, `otherwise`. */
export function TieQuestion({ otherwise }: { otherwise: ReactNode }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const { data: ties = [] } = useQuery(tiesQuery)
  const { data: requests } = useQuery(requestsQuery)
  const toConfirm = ties.find((tie) => tie.awaitsConfirmation)
  const request = requests?.incoming[0]
  if (toConfirm !== undefined) {
    const name = firstName(toConfirm.person.name)
    return (
      <WaitingQuestion
        title={t`${toConfirm.person.name} accepted your invitation.`}
        line={
          <Trans>If it is the person you meant, your circles apply. {name} is not told how you sort.</Trans>
        }
      >
        <Button onClick={() => openSheet('sort', toConfirm.id)}>
          <Trans>Have a look</Trans>
        </Button>
      </WaitingQuestion>
    )
  }
  if (request !== undefined) {
    return (
      <WaitingQuestion title={t`${request.person.name} would like a tie with you.`}>
        <Button onClick={() => openSheet('accept', request.id)}>
          <Trans>Have a look</Trans>
        </Button>
      </WaitingQuestion>
    )
  }
  return otherwise
}

import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { objectionQuery } from '../../features/objections/objection-queries.ts'
import { ObjectionStand } from '../../features/objections/objection-stand.tsx'
import { type ClientErrorCode, codeOf } from '../../lib/api-error.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/objection/$secret')({ component: ObjectionLinkPage })

function ObjectionLinkPage() {
  const { t } = useLingui()
  return (
    <PublicLanding
      title={t`Your objection`}
      letterFirst
      objectLink={false}
      letter={
        <Letter title={t`Your objection`}>
          <TheObjection />
        </Letter>
      }
    />
  )
}

const DEAD: ReadonlySet<ClientErrorCode> = new Set<ClientErrorCode>(['not_found', 'invalid_input'])

function TheObjection() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { secret } = Route.useParams()
  const { data, error, refetch } = useQuery(objectionQuery(secret))
  if (data !== undefined) return <ObjectionStand secret={secret} objection={data} />
  if (error === null) return <p className={text.lead} role="status">{t`Loading`}</p>
  if (DEAD.has(codeOf(error))) {
    return (
      <p className={text.lead}>
        {t`This link leads nowhere any more. It is good for two days; with the answer comes a new one.`}
      </p>
    )
  }
  return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
}

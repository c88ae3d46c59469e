import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { JoinLetter } from '../../../features/clubs/join-letter.tsx'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/join/$code')({ component: JoinRoute })

function JoinRoute() {
  const { t } = useLingui()
  const { code } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Join a club`} />
      <MarginColumn>
        <JoinLetter
          code={code}
          onIn={(id) => void navigate({ to: '/clubs/$id', params: { id }, replace: true })}
        />
      </MarginColumn>
    </Page>
  )
}

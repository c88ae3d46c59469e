import type { JoinPage } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { codeOf } from '../../lib/api-error.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { joinQuery, useJoin } from './club-queries.ts'

/** What a join code leads to: the club, or why it leads nowhere any more. `onIn` is called with a club that I am in. */
export function JoinLetter({ code, onIn }: { code: string; onIn: (club: string) => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data: page, error, refetch } = useQuery(joinQuery(code))
  if (error !== null && codeOf(error) === 'not_found') {
    return (
      <Nowhere title={t`No club has this code`}>
        <Trans>
          Perhaps a letter is wrong. Codes have neither B, I, O, S or Z nor 0, 1, 2, 5 or 8 in them.
        </Trans>
      </Nowhere>
    )
  }
  if (error !== null) return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  if (page === undefined) return <RowSkeleton />
  return <Known code={code} page={page} onIn={onIn} />
}

interface KnownProps {
  code: string
  page: JoinPage
  onIn: (club: string) => void
}

function Known({ code, page, onIn }: KnownProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const join = useJoin(code)
  switch (page.state) {
    case 'ended':
      return (
        <Nowhere title={t`This code has ended`}>
          <Trans>Its time is over, or the host ended it. Ask for a new one.</Trans>
        </Nowhere>
      )
    case 'full':
      return (
        <Nowhere title={t`This code is used up`}>
          <Trans>As many have joined by it as it lets in. Ask the host for a new one.</Trans>
        </Nowhere>
      )
    case 'member':
      return (
        <EmptyState
          title={t`You are in already`}
          actions={
            <Link to="/clubs/$id" params={{ id: page.club }} className={buttonClass('primary')}>
              <Trans>To the club</Trans>
            </Link>
          }
        />
      )
    case 'live':
      return (
        <>
          <h2 className={text.display}>{page.club.name}</h2>
          {page.club.about !== null && <p className={text.lead}>{page.club.about}</p>}
          <p className={text.lead}>
            <Trans>
              Its members will see your name, and you theirs, and you hear what is recommended there. It makes
              no ties; you can leave at any time.
            </Trans>
          </p>
          <div className={layout.part}>
            {join.error !== null && <Refusal>{words(join.error)}</Refusal>}
            <Button
              variant="primary"
              wide
              busy={join.isPending}
              busyLabel={t`One moment`}
              onClick={() => join.mutate(undefined, { onSuccess: ({ id }) => onIn(id) })}
            >
              <Trans>Join</Trans>
            </Button>
          </div>
        </>
      )
  }
}

function Nowhere({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EmptyState
      title={title}
      actions={
        <Link to="/clubs" search={{ sheet: 'join' }} className={buttonClass('primary')}>
          <Trans>Type another code</Trans>
        </Link>
      }
    >
      {children}
    </EmptyState>
  )
}

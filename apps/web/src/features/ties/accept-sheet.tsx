import type { TieRequest } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { sortingPreviewQuery } from '../../lib/sorting-preview.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import { useSorting } from '../../lib/use-sorting.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import { OpeningLines } from '../../ui/opening-lines.tsx'
import { Ring } from '../../ui/ring.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { SortingFields } from './sorting-fields.tsx'
import { requestsQuery, useAcceptRequest, useDeclineRequest } from './tie-queries.ts'
import css from './ties.module.css'

/** Somebody would like a tie: accept, later, or decline. */
export function AcceptSheet({ of, onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const asked = useQuery(requestsQuery)
  const lost = useLost(asked)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (asked.data === undefined) return null
  const request = asked.data.incoming.find(({ id }) => id === of)
  if (request === undefined) {
    return (
      <Sheet title={t`Nothing is open here`} onClose={onClose}>
        <p className={text.lead}>
          <Trans>This request was taken back, or you have answered it.</Trans>
        </p>
      </Sheet>
    )
  }
  return <Answer request={request} onClose={onClose} />
}

function Answer({ request, onClose }: { request: TieRequest; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const accept = useAcceptRequest(request.id)
  const decline = useDeclineRequest(request.id)
  const sorting = useSorting({ circles: [], closeness: null })
  const { data: opening } = useQuery(sortingPreviewQuery({ of: 'newcomer', add: sorting.answer.circles }))
  const { name, handle } = request.person
  const first = firstName(name)
  const ago = agoWords(request.made, now(), spokenLanguage())
  const error = accept.error ?? decline.error
  return (
    <Sheet
      picture={<Ring pattern="unsorted" name={name} size={64} />}
      title={t`${name} would like a tie with you`}
      sub={<span className={text.meta}>{t`@${handle}, asked ${ago}`}</span>}
      onClose={onClose}
      foot={
        <>
          {error !== null && <Refusal>{words(error)}</Refusal>}
          <div className={layout.evenButtons}>
            <Button onClick={onClose}>
              <Trans>Later</Trans>
            </Button>
            <Button
              variant="primary"
              busy={accept.isPending}
              busyLabel={t`Accepting`}
              onClick={() =>
                accept.mutate(sorting.answer, {
                  onSuccess: () => {
                    onClose()
                    showToast({ text: t`Your tie with ${first} is made.` })
                  },
                })
              }
            >
              <Trans>Accept the tie</Trans>
            </Button>
          </div>
          <p className={css.center}>
            <Button
              variant="quiet"
              disabled={decline.isPending}
              onClick={() => decline.mutate(undefined, { onSuccess: onClose })}
            >
              <Trans>Decline. Nobody is told</Trans>
            </Button>
          </p>
        </>
      }
    >
      <p className={layout.part}>
        <Trans>
          If you accept, {first} sees what you address to all your ties or to the circles you choose here, and
          you see what {first} addresses to you.
        </Trans>
      </p>
      <SortingFields sorting={sorting} name={first} />
      {opening !== undefined && <OpeningLines {...opening} />}
    </Sheet>
  )
}

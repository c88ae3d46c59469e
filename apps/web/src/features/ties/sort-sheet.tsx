import type { CircleId, TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { faceOf } from '../../lib/face.ts'
import { difference, sortingPreviewQuery } from '../../lib/sorting-preview.ts'
import { useChangeTie } from '../../lib/tie-changes.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import { useSorting } from '../../lib/use-sorting.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import { OpeningLines } from '../../ui/opening-lines.tsx'
import { Ring } from '../../ui/ring.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { SortingFields } from './sorting-fields.tsx'
import { tieQuery, useConfirmTie, useEndTie } from './tie-queries.ts'
import css from './ties.module.css'

/** My side of a tie: confirm who accepted my invitation, or say how we know each other. */
export function SortSheet({ of, onClose }: { of: string | undefined; onClose: () => void }) {
  const asked = useQuery(tieQuery(of ?? ''))
  const lost = useLost(asked)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  const tie = asked.data
  if (tie === undefined) return null
  return tie.awaitsConfirmation ? (
    <ConfirmPerson tie={tie} onClose={onClose} />
  ) : (
    <SortTie tie={tie} onClose={onClose} />
  )
}

function SortTie({ tie, onClose }: { tie: TieView; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const change = useChangeTie(tie.id)
  const sorting = useSorting({ circles: tie.circles, closeness: tie.person.closeness })
  const first = firstName(tie.person.name)
  return (
    <Sheet
      picture={<Ring pattern={tie.person.ring} name={tie.person.name} face={faceOf(tie.person)} size={64} />}
      title={t`How you know ${first}`}
      sub={<span className={text.meta}>{t`${first} is not told, now or later.`}</span>}
      onClose={onClose}
      foot={
        <>
          {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
          <Button
            variant="primary"
            wide
            busy={change.isPending}
            busyLabel={t`Keeping`}
            onClick={() => change.mutate(sorting.answer, { onSuccess: onClose })}
          >
            <Trans>Keep it so</Trans>
          </Button>
        </>
      }
    >
      <SortingFields sorting={sorting} name={first} />
      <Opening tie={tie} circles={sorting.answer.circles} />
    </Sheet>
  )
}

/** What other circles would open and close. */
function Opening({ tie, circles }: { tie: TieView; circles: readonly CircleId[] }) {
  const change = difference(tie.circles, circles)
  const { data } = useQuery(sortingPreviewQuery({ of: 'ties', ties: [tie.id], ...change }))
  const isChanged = change.add.length + change.remove.length > 0
  return isChanged && data !== undefined ? <OpeningLines {...data} /> : null
}

function ConfirmPerson({ tie, onClose }: { tie: TieView; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const confirm = useConfirmTie(tie.id)
  const end = useEndTie(tie.id)
  const { name, handle } = tie.person
  const first = firstName(name)
  const error = confirm.error ?? end.error
  return (
    <Sheet
      picture={<Ring pattern="unsorted" name={name} face={faceOf(tie.person)} size={64} />}
      title={t`Is ${name} the right person?`}
      sub={<span className={text.meta}>{t`@${handle} accepted your invitation`}</span>}
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
              busy={confirm.isPending}
              busyLabel={t`One moment`}
              onClick={() => confirm.mutate(undefined, { onSuccess: onClose })}
            >
              <Trans>Yes, that is right</Trans>
            </Button>
          </div>
          <p className={css.center}>
            <Button
              variant="quiet"
              disabled={end.isPending}
              onClick={() => end.mutate(undefined, { onSuccess: onClose })}
            >
              <Trans>Somebody else. End the tie, nobody is told</Trans>
            </Button>
          </p>
        </>
      }
    >
      <p className={layout.part}>
        <Trans>
          A link can fall into other hands. Until you say yes, the tie is unsorted; then the circles and the
          closeness of your invitation apply. {first} is not told which.
        </Trans>
      </p>
    </Sheet>
  )
}

import type { Circle, PersonId, TieId, TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tieWithFace } from '../../lib/face.ts'
import { tiesQuery } from '../../lib/my-queries.ts'
import { difference, sortingPreviewQuery } from '../../lib/sorting-preview.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useCircleName } from '../../lib/words/circle-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { OpeningLines } from '../../ui/opening-lines.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TieChecks } from '../../ui/tie-checks.tsx'
import { showToast, UNDO_MS } from '../../ui/toast.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import { useChangeMembers } from './circle-queries.ts'

/** Who is in a circle: ticks to put in and take out, many at once. */
export function MembersSheet({ circle, onClose }: { circle: Circle; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const circleName = useCircleName()
  const { data: ties, error, refetch } = useQuery(tiesQuery)
  const name = circleName(circle)
  if (ties !== undefined) return <Members circle={circle} ties={ties} name={name} onClose={onClose} />
  return (
    <Sheet title={t`Who is in ${name}`} onClose={onClose}>
      {error === null ? (
        <RowSkeleton count={5} />
      ) : (
        <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
      )}
    </Sheet>
  )
}

function Members({ circle, ties, name, onClose }: MembersProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const change = useChangeMembers(circle.id)
  const [before] = useState(() => membersOf(circle, ties))
  const [chosen, setChosen] = useState<PersonId[]>(before)
  const people = difference(before, chosen)
  const [add, remove] = [tiesOf(ties, people.add), tiesOf(ties, people.remove)]
  const keep = () =>
    change.mutate(
      { add, remove },
      {
        onSuccess: () => {
          onClose()
          showToast({
            text: t`${name} is changed. Nobody is told.`,
            durationMs: UNDO_MS,
            action: [{ label: t`Undo`, onPress: () => change.mutate({ add: remove, remove: add }) }],
          })
        },
      },
    )
  return (
    <Sheet
      title={t`Who is in ${name}`}
      sub={<span className={text.meta}>{t`Nobody is told, now or later.`}</span>}
      onClose={onClose}
      foot={
        <>
          <Opening circle={circle} kind="add" ties={add} />
          <Opening circle={circle} kind="remove" ties={remove} />
          {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
          <Button
            variant="primary"
            wide
            busy={change.isPending}
            busyLabel={t`Keeping`}
            onClick={add.length + remove.length === 0 ? onClose : keep}
          >
            <Trans>Keep it so</Trans>
          </Button>
        </>
      }
    >
      <SheetPart>
        {ties.length === 0 ? (
          <p className={text.lead}>
            <Trans>You have no ties yet. Whoever becomes one can be put here.</Trans>
          </p>
        ) : (
          <TieChecks
            label={t`Find a tie`}
            ties={ties.map(tieWithFace)}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </SheetPart>
    </Sheet>
  )
}

interface MembersProps {
  circle: Circle
  ties: readonly TieView[]
  name: string
  onClose: () => void
}

/** What it opens to those who come, or closes to those who go. */
function Opening({ circle, kind, ties }: { circle: Circle; kind: 'add' | 'remove'; ties: TieId[] }) {
  const change = { add: [], remove: [], [kind]: ties.length === 0 ? [] : [circle.id] }
  const { data } = useQuery(sortingPreviewQuery({ of: 'ties', ties, ...change }))
  return data === undefined || ties.length === 0 ? null : <OpeningLines {...data} />
}

function membersOf({ id }: Circle, ties: readonly TieView[]): PersonId[] {
  return ties.filter(({ circles }) => circles.includes(id)).map(({ person }) => person.id)
}

function tiesOf(ties: readonly TieView[], people: readonly PersonId[]): TieId[] {
  return ties.filter(({ person }) => people.includes(person.id)).map(({ id }) => id)
}

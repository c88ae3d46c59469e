import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tiesQuery } from '../../lib/my-queries.ts'
import { useErrorWords, useRefusal } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import rows from '../../ui/rows.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import { SureSheet } from '../../ui/sure-sheet.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { operatorsQuery, useNameOperator, useTakeBackOperator } from './operator-queries.ts'

/** Who runs the house: one of my ties can be named beside me, and it can be taken back. */
export function OperatorsPart() {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(operatorsQuery)
  const [isNaming, setNaming] = useState(false)
  const [leaving, setLeaving] = useState<{ handle: string; name: string } | null>(null)
  if (data === undefined) {
    if (error === null) return <RowSkeleton count={1} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  return (
    <>
      <ul className={rows.rows}>
        {data.map(({ handle, name }) => (
          <li key={handle}>
            <div>
              <p className={text.name}>{name}</p>
              <p className={text.meta}>@{handle}</p>
            </div>
            {data.length > 1 && (
              <Button variant="quiet" onClick={() => setLeaving({ handle, name })}>
                <Trans>Take it back</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button onClick={() => setNaming(true)}>
        <Trans>Name one of your ties</Trans>
      </Button>
      {isNaming && <NameSheet known={data.map(({ handle }) => handle)} onClose={() => setNaming(false)} />}
      {leaving !== null && <TakeBackSheet {...leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

function NameSheet({ known, onClose }: { known: readonly string[]; onClose: () => void }) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const { data: ties = [] } = useQuery(tiesQuery)
  const name = useNameOperator()
  const others = ties.filter(({ person }) => !known.includes(person.handle))
  const refused = refusal(name.error)
  return (
    <Sheet
      title={t`Name one of your ties`}
      sub={t`They see what you see here at once, and can take it back from you as well.`}
      onClose={onClose}
    >
      <SheetPart>
        {others.length === 0 && <p className={text.muted}>{t`There is nobody else to name.`}</p>}
        <ul className={rows.rows}>
          {others.map(({ person }) => (
            <li key={person.handle}>
              <div>
                <p className={text.name}>{person.name}</p>
                <p className={text.meta}>@{person.handle}</p>
              </div>
              <Button
                busy={name.isPending && name.variables === person.handle}
                onClick={() => name.mutate(person.handle, { onSuccess: onClose })}
              >
                <Trans>Name them</Trans>
              </Button>
            </li>
          ))}
        </ul>
        {refused !== undefined && <Refusal>{refused}</Refusal>}
      </SheetPart>
    </Sheet>
  )
}

interface TakeBackSheetProps {
  handle: string
  name: string
  onClose: () => void
}

function TakeBackSheet({ handle, name, onClose }: TakeBackSheetProps) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const takeBack = useTakeBackOperator()
  return (
    <SureSheet
      title={t`Take it back from ${name}?`}
      verb={t`Take it back`}
      busy={takeBack.isPending}
      refusal={refusal(takeBack.error)}
      onClose={onClose}
      onSure={() => takeBack.mutate(handle, { onSuccess: onClose })}
    >
      <Trans>This page is not there for {name} from then on. What was decided stays.</Trans>
    </SureSheet>
  )
}

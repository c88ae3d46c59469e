import type { ImportSource } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import rows from '../../ui/rows.module.css'
import { SureSheet } from '../../ui/sure-sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { importsQuery, useTakeBack } from './import-queries.ts'

const NAMES: Record<ImportSource, string> = { letterboxd: 'Letterboxd', goodreads: 'Goodreads' }

/** What was brought so far, and the way to take it back. */
export function BroughtList() {
  const { data = [] } = useQuery(importsQuery)
  const [going, setGoing] = useState<ImportSource | null>(null)
  if (data.length === 0) return null
  return (
    <>
      <ul className={rows.rows}>
        {data.map(({ source, notes }) => (
          <li key={source}>
            <div>
              <p className={text.name}>{NAMES[source]}</p>
              <p className={text.meta}>
                <Plural value={notes} one="# note" other="# notes" />
              </p>
            </div>
            <Button variant="quiet" onClick={() => setGoing(source)}>
              <Trans>Take it back</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {going !== null && <TakeBack source={going} onClose={() => setGoing(null)} />}
    </>
  )
}

function TakeBack({ source, onClose }: { source: ImportSource; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const takeBack = useTakeBack()
  const name = NAMES[source]
  return (
    <SureSheet
      title={t`Take back what came from ${name}?`}
      verb={t`Take it back`}
      busy={takeBack.isPending}
      refusal={takeBack.error === null ? undefined : words(takeBack.error)}
      onSure={() =>
        takeBack.mutate(source, {
          onSuccess: () => {
            showToast({ text: t`It is taken back.` })
            onClose()
          },
        })
      }
      onClose={onClose}
    >
      <Trans>
        Every note goes that stands as it came. What you changed, or showed to anybody, stays. You can bring
        the file again at any time.
      </Trans>
    </SureSheet>
  )
}

import type { Block } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import rows from '../../ui/rows.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { blocksQuery, useUnblock } from './settings-queries.ts'

/** Whom I blocked, and from when on it may be taken back. */
export function BlockList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data: blocks, error, refetch } = useQuery(blocksQuery)
  const unblock = useUnblock()
  if (blocks === undefined) {
    if (error === null) return <RowSkeleton />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (blocks.length === 0) return <p className={text.muted}>{t`You have blocked nobody.`}</p>
  return (
    <>
      <ul className={rows.rows}>
        {blocks.map((block) => (
          <BlockRow key={block.person} block={block} onUnblock={() => unblock.mutate(block.person)} />
        ))}
      </ul>
      {unblock.error !== null && <Refusal>{words(unblock.error)}</Refusal>}
    </>
  )
}

function BlockRow({ block, onUnblock }: { block: Block; onUnblock: () => void }) {
  const { t } = useLingui()
  const since = dateWords(block.since, now(), spokenLanguage())
  const until = dateWords(block.mayEnd, now(), spokenLanguage())
  const mayEnd = new Date(block.mayEnd) <= now()
  return (
    <li>
      <div>
        <p className={text.name}>{block.name}</p>
        <p className={text.meta}>{mayEnd ? t`since ${since}` : t`since ${since}, stays until ${until}`}</p>
      </div>
      {mayEnd && (
        <Button variant="quiet" onClick={onUnblock}>
          <Trans>Take it back</Trans>
        </Button>
      )}
    </li>
  )
}

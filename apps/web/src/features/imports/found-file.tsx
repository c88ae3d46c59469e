import type { ImportedThing, LookedAtImport } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { AlikeList } from './alike-list.tsx'
import { lookAt, useBring } from './import-queries.ts'
import { LeftOut } from './left-out.tsx'
import type { ReadFile } from './things.ts'

/** What a file holds, before anything of it is brought: what is new, what is there, what is doubtful, what stays out. */
export function FoundFile({ file, onClose }: { file: ReadFile; onClose: () => void }) {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['import-look', file],
    queryFn: () => lookAt(file.source, file.things),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (error !== null) return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  if (data === undefined) return <RowSkeleton count={2} />
  return <Found file={file} looked={data} onClose={onClose} />
}

interface FoundProps {
  file: ReadFile
  looked: LookedAtImport
  onClose: () => void
}

function Found({ file, looked, onClose }: FoundProps) {
  const { t } = useLingui()
  const choice = useChoice(file, looked)
  const { bringing, done } = useBring(file.source)
  const words = useErrorWords()
  if (bringing.isSuccess) return <Brought made={bringing.data} onClose={onClose} />
  const { length } = choice.wanted
  const of = length
  return (
    <div className={layout.stack}>
      <Counts file={file} looked={looked} />
      {choice.only.length > 0 && (
        <Switch
          title={t`Bring what you only want to see or read, too`}
          line={
            <Plural
              value={choice.only.length}
              one="# thing. It says so in the notebook."
              other="# things. They say so in the notebook."
            />
          }
          on={choice.withOnly}
          onSwitch={choice.switchOnly}
        />
      )}
      {looked.alike.length > 0 && (
        <AlikeList alike={looked.alike} chosen={choice.nevertheless} onChoose={choice.choose} />
      )}
      <LeftOut file={file} />
      {bringing.error !== null && (
        <Refusal>
          {words(bringing.error)}{' '}
          <Trans>What came so far is in the notebook. Go on where it was cut off.</Trans>
        </Refusal>
      )}
      <div className={layout.buttons}>
        <Button
          variant="primary"
          disabled={length === 0}
          busy={bringing.isPending}
          busyLabel={t`${done} of ${of}`}
          onClick={() => bringing.mutate(choice.wanted)}
        >
          {bringing.isError ? (
            <Trans>Go on</Trans>
          ) : (
            <Plural value={length} one="Bring # thing" other="Bring # things" />
          )}
        </Button>
        {!bringing.isPending && (
          <Button variant="quiet" onClick={onClose}>
            <Trans>Leave it</Trans>
          </Button>
        )}
      </div>
    </div>
  )
}

function Counts({ file, looked }: Pick<FoundProps, 'file' | 'looked'>) {
  const fresh = file.things.length - looked.known.length
  return (
    <div role="status">
      <p className={text.strong}>
        {file.source === 'letterboxd' ? (
          <Plural value={file.things.length} one="# film in this file" other="# films in this file" />
        ) : (
          <Plural value={file.things.length} one="# book in this file" other="# books in this file" />
        )}
      </p>
      {looked.known.length > 0 && (
        <p className={text.muted}>
          <Trans>
            {looked.known.length} came before and stay as they are; {fresh} are new.
          </Trans>
        </p>
      )}
      {file.rated > 0 && (
        <p className={text.muted}>
          <Trans>Ratings stay where they are: in Kith nothing is rated.</Trans>
        </p>
      )}
    </div>
  )
}

function Brought({ made, onClose }: { made: number; onClose: () => void }) {
  return (
    <div className={layout.stack} role="status">
      <p className={text.strong}>
        <Plural value={made} one="# note is in your notebook." other="# notes are in your notebook." />
      </p>
      <div className={layout.buttons}>
        <Link to="/notebook" className={text.tapLink}>
          <Trans>Open the notebook</Trans>
        </Link>
        <Button variant="quiet" onClick={onClose}>
          <Trans>Choose another file</Trans>
        </Button>
      </div>
    </div>
  )
}

/** Which of its things are to come: what is known never, what is alike if one says so, what is only wanted by one switch. */
function useChoice({ things }: ReadFile, { known, alike }: LookedAtImport) {
  const [withOnly, switchOnly] = useState(true)
  const [nevertheless, choose] = useState<readonly string[]>([])
  const settled = new Set([
    ...known,
    ...alike.map(({ key }) => key).filter((key) => !nevertheless.includes(key)),
  ])
  const open = things.filter(({ key }) => !settled.has(key))
  const isOnly = ({ basis }: ImportedThing) => basis === 'heard'
  return {
    ...{ withOnly, switchOnly, nevertheless, choose },
    only: open.filter(isOnly),
    wanted: open.filter((thing) => withOnly || !isOnly(thing)),
  }
}

import type { Move, TakenBackBecause, TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { faceOf } from '../../lib/face.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import { Ring } from '../../ui/ring.tsx'
import rows from '../../ui/rows.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { movesQuery, useTakeMoveBack } from './move-queries.ts'
import { useMoveWords } from './move-words.ts'
import { tieQuery } from './tie-queries.ts'
import css from './ties.module.css'

/** What moved how much a tie counts with me, why, and how to take it back. */
export function MovesSheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
  const asked = useQuery(tieQuery(of))
  const lost = useLost(asked)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  return asked.data === undefined ? null : <MovesOf tie={asked.data} onClose={onClose} />
}

function MovesOf({ tie, onClose }: { tie: TieView; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const moves = useInfiniteQuery(movesQuery(tie.id))
  const { name, ring } = tie.person
  const first = firstName(name)
  const shown = moves.data?.pages.flatMap((page) => page.moves) ?? []
  return (
    <Sheet
      picture={<Ring pattern={ring} name={name} face={faceOf(tie.person)} size={64} />}
      title={t`What moved`}
      sub={<span className={text.meta}>{t`How much ${first} counts with you. Only you see this.`}</span>}
      onClose={onClose}
    >
      <SheetPart>
        {moves.isPending && <RowSkeleton count={3} />}
        {moves.error !== null && (
          <TryAgain onAgain={() => void moves.refetch()}>{words(moves.error)}</TryAgain>
        )}
        {moves.data !== undefined && shown.length === 0 && (
          <p className={text.lead}>
            <Trans>
              Nothing yet: your own word alone counts. When something that came from {first} helped or let you
              down, say so, and it stands here.
            </Trans>
          </p>
        )}
        <ul className={rows.rows}>
          {shown.map((move) => (
            <MoveRow key={move.id} tie={tie.id} move={move} name={first} />
          ))}
        </ul>
        <ShowMore quiet of={moves} />
      </SheetPart>
      <p className={text.hint}>
        <Trans>
          It fades by itself: good things in half a year by half, let-downs in two years. What you two talked
          about counts for nothing.
        </Trans>
      </p>
    </Sheet>
  )
}

function MoveRow({ tie, move, name }: { tie: string; move: Move; name: string }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const moveWords = useMoveWords()
  const takeBack = useTakeMoveBack(tie, move.id)
  const { what, size } = moveWords(move, name)
  const ago = agoWords(move.at, now(), spokenLanguage())
  const choose = (because: TakenBackBecause | undefined) => () => takeBack.mutate(because)
  return (
    <li>
      <div>
        <p className={css.what}>{what}</p>
        <p className={text.meta}>
          {size} · {ago}
        </p>
        {takeBack.error !== null && <Refusal>{words(takeBack.error)}</Refusal>}
      </div>
      {move.undone !== null ? (
        <Button
          variant="quiet"
          disabled={takeBack.isPending}
          aria-label={t`Let it count again: ${what}`}
          onClick={choose(undefined)}
        >
          <Trans>Let it count again</Trans>
        </Button>
      ) : (
        <div className={css.ways}>
          {move.outcome === 'letDown' && move.cause !== 'less' && (
            <Button
              variant="quiet"
              disabled={takeBack.isPending}
              aria-label={t`We talked about it: ${what}`}
              onClick={choose('talked')}
            >
              <Trans>We talked about it</Trans>
            </Button>
          )}
          <Button
            variant="quiet"
            disabled={takeBack.isPending}
            aria-label={t`Take back: ${what}`}
            onClick={choose('mistaken')}
          >
            <Trans>Take back</Trans>
          </Button>
        </div>
      )}
    </li>
  )
}

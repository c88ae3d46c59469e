import {
  type LessOfKind,
  LIMITS,
  type Move,
  MoveCause,
  MoveId,
  type MoveSize,
  type Moves,
  Outcome,
  SubjectKind,
  type TakeMoveBack,
  TakenBackBecause,
} from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { readSeen } from '../graph/seen-posts.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import {
  findLess,
  findMove,
  findOther,
  listMoves,
  lockSide,
  type MoveRow,
  type SideKey,
  setUndone,
} from './experience-store.ts'
import { recount } from './side-moving.ts'

const CURSOR = 'moves'
const CursorContent = z.object({ owner: z.int(), other: z.int(), before: z.int() })

const LESS = { cause: 'less', post: null, outcome: 'letDown', share: 1 } as const

// From how great a change of strength on it is more than a little, and more than clear.
const CLEAR = 0.03
const MUCH = 0.15

/** What moved the viewer's side of a tie, and why. Nobody but he hears anything of it. */
export interface MovesService {
  /** A page of it, the latest first, with what was taken back. */
  list(viewer: Viewer, tie: string, cursor: string | undefined): Promise<Moves>
  /**
   * As if it had never moved anything; said twice the later reason stands. Invalid is to have talked about what helped.
   */
  takeBack(viewer: Viewer, tie: string, move: string, why: TakeMoveBack): Promise<Written<undefined>>
  /** It counts again, unless it is a wish for less that was made anew meanwhile; to do it twice is to do it once. */
  restore(viewer: Viewer, tie: string, move: string): Promise<Written<undefined>>
  /** Less of a kind from this person; to ask for it again as long as it stands changes nothing. */
  less(viewer: Viewer, tie: string, wish: LessOfKind): Promise<Written<Move>>
}

export interface MovesDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly ids: NewIds
  readonly now: () => Date
}

export function createMoves(deps: MovesDeps): MovesService {
  const { db, changes, seal, ids, now } = deps
  const sideOf = async (over: Db, viewer: Viewer, tie: string): Promise<SideKey> => ({
    owner: viewer.no,
    other: orNotFound(await findOther(over, viewer.no, tie)),
  })
  return {
    list: async (viewer, tie, cursor) => {
      const side = await sideOf(db, viewer, tie)
      const before = cursor === undefined ? null : openCursor(seal, cursor, side)
      const rows = await listMoves(db, side, before, LIMITS.page + 1)
      const shown = rows.slice(0, LIMITS.page)
      const last = rows.length > LIMITS.page ? shown.at(-1) : undefined
      const titles = await readTitles(deps, viewer, shown)
      return {
        moves: shown.map((row) => presentMove(row, titles)),
        cursor: last ? seal.seal(CURSOR, JSON.stringify({ ...side, before: last.no })) : null,
      }
    },
    takeBack: (viewer, tie, move, { because }) =>
      changes.write(async (tx, changed) => {
        const side = await sideOf(tx, viewer, tie)
        const change = async () => {
          const taken = orNotFound(await findMove(tx, side, move))
          if (because === 'talked' && taken.outcome !== 'letDown') throw new AppError('invalid_input')
          await setUndone(tx, taken.no, { at: taken.undoneAt ?? now(), because })
        }
        if (!(await recount(tx, changed, side, { change }))) throw notFound()
        return undefined
      }),
    restore: (viewer, tie, move) =>
      changes.write(async (tx, changed) => {
        const side = await sideOf(tx, viewer, tie)
        const change = async () => {
          const taken = orNotFound(await findMove(tx, side, move))
          const isSaidAnew = taken.cause === 'less' && (await findLess(tx, side, kindOf(taken))) !== undefined
          if (!isSaidAnew) await setUndone(tx, taken.no, null)
        }
        if (!(await recount(tx, changed, side, { change }))) throw notFound()
        return undefined
      }),
    less: (viewer, tie, { kind }) =>
      changes.write(async (tx, changed) => {
        const side = await sideOf(tx, viewer, tie)
        // Whoever asks for the same at the same time finds this one.
        orNotFound(await lockSide(tx, side))
        if (!(await findLess(tx, side, kind))) {
          const moving = { ...LESS, id: ids.dated(), kind, movedAt: now() }
          await recount(tx, changed, side, { moving })
        }
        return presentMove(orNotFound(await findLess(tx, side, kind)), new Map())
      }),
  }
}

/** What those of the posts are called that the viewer may still see. */
async function readTitles(
  deps: MovesDeps,
  viewer: Viewer,
  moves: readonly MoveRow[],
): Promise<ReadonlyMap<number, string>> {
  const seen = await readSeen(
    deps,
    viewer.no,
    moves.flatMap(({ post }) => post ?? []),
  )
  return new Map(seen.map(({ proposal, voice }) => [proposal.post, voice.subject.title]))
}

function presentMove(row: MoveRow, titles: ReadonlyMap<number, string>): Move {
  const cause = MoveCause.parse(row.cause)
  return {
    id: MoveId.parse(row.id),
    cause,
    outcome: Outcome.parse(row.outcome),
    kind: kindOf(row),
    title: row.post === null ? null : (titles.get(row.post) ?? null),
    size: cause === 'carried' ? 'part' : sizeOf(Math.abs(row.shift)),
    at: row.movedAt.toISOString(),
    undone:
      row.undoneAt && row.undoneBecause
        ? { at: row.undoneAt.toISOString(), because: TakenBackBecause.parse(row.undoneBecause) }
        : null,
  }
}

function kindOf({ kind }: MoveRow): SubjectKind {
  return SubjectKind.parse(kind)
}

function sizeOf(shift: number): MoveSize {
  if (shift < CLEAR) return 'little'
  return shift < MUCH ? 'clear' : 'much'
}

function openCursor(seal: Seal, cursor: string, { owner, other }: SideKey): number {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.owner !== owner || content.other !== other) throw new AppError('cursor_invalid')
  return content.before
}

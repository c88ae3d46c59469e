import {
  type AnswerClosenessQuestion,
  type Care,
  type CareReasonKind,
  type DueTie,
  LIMITS,
  type OwedTie,
  type SaySpoke,
  type ShownTie,
  type TieCare,
  TieId,
} from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { dayIn, weekStart } from '../database/days.ts'
import { presentTie } from '../graph/person-presentation.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import {
  beyondRhythm,
  type CareDeps,
  compareSides,
  type DueSide,
  findDue,
  readSides,
  type Side,
} from './care-reading.ts'
import { selectCarer } from './care-rows.ts'
import { askAfter, askAsAtFirst, saveSpoke } from './care-store.ts'

/** The one of this week whom the viewer could turn to. */
export interface CareNudge {
  readonly person: ShownTie
  readonly reason: CareReasonKind
  /** The beginning of the week, where the viewer is. */
  readonly at: Date
}

/** Looking after one's ties: for the viewer alone. Whoever he turns to or not learns nothing of it. */
export interface CareService {
  read(viewer: Viewer): Promise<Care>
  ofTie(viewer: Viewer, tie: string): Promise<TieCare>
  /** The two spoke elsewhere. */
  saySpoke(viewer: Viewer, tie: string, wish: SaySpoke): Promise<Written<undefined>>
  takeSpokeBack(viewer: Viewer, tie: string): Promise<Written<undefined>>
  /** The yearly question: still acquainted, or closer? */
  answer(viewer: Viewer, tie: string, wish: AnswerClosenessQuestion): Promise<Written<undefined>>
  takeAnswerBack(viewer: Viewer, tie: string): Promise<Written<undefined>>
  /** Which ties wait for an answer, for thanks or to hear what became of something, rhythm or not, the closest first. */
  owed(viewer: number): Promise<OwedTie[]>
  /** At most one a week; null where he wants none, or nothing is due. */
  nudge(viewer: number): Promise<CareNudge | null>
}

export interface CareServiceDeps extends CareDeps {
  readonly changes: ChangeWriter
  /** The viewer's live tie of that id, which does not end before the transaction does. */
  lockTie(tx: Db, owner: number, id: string): Promise<{ low: number; high: number; madeAt: Date } | undefined>
}

export function createCare(deps: CareServiceDeps): CareService {
  const { sql, now } = deps
  return {
    read: async (viewer) => readCare(deps, viewer.no),
    ofTie: async (viewer, tie) => {
      const [side] = await readSides(deps, viewer.no, { before: now(), spokeBefore: null, tie })
      return presentSide(orNotFound(side), now())
    },
    saySpoke: async (viewer, tie, { on }) => {
      const { timeZone } = orNotFound(await selectCarer(sql, viewer.no))
      const today = dayIn(timeZone, now())
      return writeSide(deps, viewer, tie, async (tx, side, madeAt) => {
        const day = on ?? today
        if (day > today || day < dayIn(timeZone, madeAt)) throw notThatDay()
        await saveSpoke(tx, side, day)
      })
    },
    takeSpokeBack: (viewer, tie) => writeSide(deps, viewer, tie, (tx, side) => saveSpoke(tx, side, null)),
    answer: (viewer, tie, { answer }) =>
      writeSide(deps, viewer, tie, (tx, side) =>
        askAfter(tx, side, now(), answer === 'same' ? '1 year' : '30 days'),
      ),
    takeAnswerBack: (viewer, tie) => writeSide(deps, viewer, tie, askAsAtFirst),
    owed: (viewer) => readOwed(deps, viewer),
    nudge: (viewer) => findNudge(deps, viewer),
  }
}

async function readCare(deps: CareServiceDeps, viewer: number): Promise<Care> {
  const at = deps.now()
  const carer = orNotFound(await selectCarer(deps.sql, viewer))
  const sides = await readSides(deps, viewer, { before: at, spokeBefore: null, tie: null })
  const due = await findDue(deps, viewer, beyondRhythm(sides, at), { wanted: LIMITS.dueTies + 1 })
  const asked = sides
    .filter(({ askAt }) => askAt <= at)
    .sort((one, other) => one.askAt.getTime() - other.askAt.getTime() || one.other - other.other)
  return {
    due: due.slice(0, LIMITS.dueTies).map((one) => presentDue(one, at)),
    more: due.length > LIMITS.dueTies,
    asked: asked.slice(0, LIMITS.closenessQuestions).map((side) => ({
      tie: TieId.parse(side.tie),
      person: presentTie(side, side),
    })),
    rhythms: carer.rhythms,
  }
}

async function readOwed(deps: CareServiceDeps, viewer: number): Promise<OwedTie[]> {
  const sides = await readSides(deps, viewer, { before: deps.now(), spokeBefore: null, tie: null })
  const owed = await findDue(deps, viewer, sides.toSorted(compareSides), {
    wanted: LIMITS.dueTies,
    owed: true,
  })
  return owed.map(({ side, reasons }) => ({
    tie: TieId.parse(side.tie),
    person: presentTie(side, side),
    reasons: [...reasons],
  }))
}

/**
 * Who was the first to be turned to when the week began. Once anything was exchanged with him since, there is nobody else
 * this week: one nudge is not followed by another.
 */
async function findNudge(deps: CareServiceDeps, viewer: number): Promise<CareNudge | null> {
  const carer = await selectCarer(deps.sql, viewer)
  if (!carer?.care || !carer.rhythms) return null
  const at = weekStart(carer.timeZone, deps.now())
  const week = { before: at, spokeBefore: dayIn(carer.timeZone, at), tie: null }
  const then = beyondRhythm(await readSides(deps, viewer, week), at)
  if (then.length === 0) return null
  const sides = await readSides(deps, viewer, { before: deps.now(), spokeBefore: null, tie: null })
  const still = new Set(beyondRhythm(sides, deps.now()).map(({ other }) => other))
  const answered = then.findIndex(({ other }) => !still.has(other))
  const [first] = await findDue(deps, viewer, answered < 0 ? then : then.slice(0, answered), {
    wanted: 1,
  })
  const [reason] = first?.reasons ?? []
  if (first === undefined || reason === undefined) return null
  return { person: presentTie(first.side, first.side), reason: reason.reason, at }
}

function presentSide({ tie, lastDay, rhythm, spokeOn, askAt }: Side, at: Date): TieCare {
  return { tie: TieId.parse(tie), lastExchange: lastDay, rhythm, spokeOn, closenessAsked: askAt <= at }
}

function presentDue({ side, reasons }: DueSide, at: Date): DueTie {
  return { ...presentSide(side, at), person: presentTie(side, side), reasons: [...reasons] }
}

/** Changes what the viewer notes for himself about a tie, and tells nobody but his own tabs. */
function writeSide(
  deps: CareServiceDeps,
  { no: owner }: Viewer,
  tie: string,
  change: (tx: Db, side: { owner: number; other: number }, madeAt: Date) => Promise<void>,
): Promise<Written<undefined>> {
  return deps.changes.write(async (tx, changed) => {
    const { low, high, madeAt } = orNotFound(await deps.lockTie(tx, owner, tie))
    await change(tx, { owner, other: low === owner ? high : low }, madeAt)
    changed({ kind: 'look', a: owner })
    return undefined
  })
}

function notThatDay(): AppError {
  return new AppError('invalid_input', {
    fields: [{ path: 'on', message: 'neither in the future nor before the tie' }],
  })
}

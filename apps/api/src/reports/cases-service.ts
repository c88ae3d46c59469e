import {
  type CaseContent,
  type Decide,
  type FoundForObjection,
  type OpenedCase,
  OperatorCase,
  type OperatorCases,
  ReportedKind,
  type SearchForObjection,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import {
  type CaseRow,
  giveFoundCase,
  insertDecision,
  insertLook,
  isForOthers,
  keepContent,
  openUntil,
  operatorAt,
  selectCases,
  selectContent,
  selectContentPhoto,
  selectWithWords,
  wasEverOpened,
  wasOpened,
} from './cases-store.ts'
import type { AnswerObjection } from './objection-answering.ts'
import { presentSaid } from './reported-words.ts'
import { lockReport, type ReportRow } from './reports-store.ts'

type Changed = (...changes: Change[]) => void

/** What was reported, as the rooms know it that it belongs to. */
export interface ReportedThing {
  readonly what: ReportedKind
  readonly object: string
  readonly author: number | null
}

/** What operators do with cases. Nothing of what one is about is read without a look that is written down. */
export interface CaseService {
  list(viewer: Viewer): Promise<OperatorCases>
  /** Opens what a case is about for an hour. Whoever wrote it is shown that, and why, once it is decided. */
  open(viewer: Viewer, id: string, why: string): Promise<Written<OpenedCase>>
  read(viewer: Viewer, id: string): Promise<CaseContent>
  readPhoto(viewer: Viewer, id: string): Promise<Buffer>
  /** Looks for what somebody objects to. What is found are cases of their own, opened with that reason. */
  search(viewer: Viewer, id: string, wish: SearchForObjection): Promise<Written<FoundForObjection>>
  decide(viewer: Viewer, id: string, wish: Decide): Promise<Written<undefined>>
}

export interface CaseDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly ids: NewIds
  readonly now: () => Date
  /** Removes something as whoever wrote it could, if it is still there. */
  readonly takeDown: (tx: Db, changed: Changed, thing: ReportedThing) => Promise<void>
  /** Lets a recommendation say another interest; it may only rise. */
  readonly raiseInterest: (
    tx: Db,
    changed: Changed,
    raised: { post: string; author: number; interest: 'connected' | 'paid'; interestWords: string },
  ) => Promise<void>
  readonly answerObjection: AnswerObjection
}

export function createCases(deps: CaseDeps): CaseService {
  const { db, changes, now } = deps
  const who = ({ no }: Viewer) => operatorAt(no, now())
  return {
    list: async (viewer) => ({ cases: (await selectCases(db, who(viewer))).map(presentCase) }),
    open: (viewer, id, why) =>
      changes.write(async (tx) => {
        const found = await lockWaiting(tx, viewer, id)
        if (found.object === null) throw new AppError('outcome_unfit')
        const at = now()
        await insertLook(tx, { report: id, operator: viewer.no, why, at })
        return { until: openUntil(at).toISOString() }
      }),
    read: async (viewer, id) => {
      const row = await selectContent(db, id, who(viewer))
      if (!row) throw new AppError('look_first')
      const until = openUntil(new Date(row.openedAt)).toISOString()
      return { said: presentSaid(row.said), photo: row.photo, until }
    },
    readPhoto: async (viewer, id) => orNotFound(await selectContentPhoto(db, id, who(viewer))),
    search: (viewer, id, wish) =>
      changes.write(async (tx) => {
        const { what } = await lockWaiting(tx, viewer, id)
        if (what !== 'objection') throw new AppError('outcome_unfit')
        return { found: await searchFor(tx, deps, viewer, id, wish) }
      }),
    decide: async (viewer, id, wish) => {
      const { value: mail, position } = await changes.write(async (tx, changed) => {
        const found = await lockWaiting(tx, viewer, id)
        await refuseUnfit(tx, found, viewer, wish)
        const at = now()
        await carryOut(tx, changed, deps, found, wish)
        const { outcome, reasons } = wish
        await insertDecision(tx, { report: id, operator: viewer.no, outcome, reasons, at })
        await tellSides(tx, changed, found)
        return found.what === 'objection' ? deps.answerObjection(tx, id, reasons) : undefined
      })
      mail?.()
      return { value: undefined, position }
    },
  }
}

function presentCase({ openedAt, made, ...row }: CaseRow): OperatorCase {
  return OperatorCase.parse({
    ...row,
    made: new Date(made).toISOString(),
    decisions: row.decisions.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    openUntil: openedAt === null ? null : openUntil(new Date(openedAt)).toISOString(),
  })
}

/** A case that waits for a decision, and for this operator's. */
async function lockWaiting(tx: Db, viewer: Viewer, id: string): Promise<ReportRow> {
  const found = orNotFound(await lockReport(tx, id))
  if (found.closedAt !== null) throw new AppError('case_closed')
  if (await isForOthers(tx, id, viewer.no)) throw new AppError('other_operator_decides')
  return found
}

async function searchFor(
  tx: Db,
  { ids, now }: CaseDeps,
  viewer: Viewer,
  objection: string,
  { words, why }: SearchForObjection,
): Promise<number> {
  const at = now()
  const found = await selectWithWords(tx, words)
  for (const one of found) {
    const id = await giveFoundCase(tx, { ...one, id: ids.dated(), foundFor: objection, at })
    await insertLook(tx, { report: id, operator: viewer.no, why, at })
  }
  return found.length
}

// A person is no words that could be removed, a guest nobody who could be asked, and of what nobody opened nothing is said.
async function refuseUnfit(tx: Db, found: ReportRow, { no }: Viewer, { outcome }: Decide): Promise<void> {
  const isFit = {
    answered: found.what === 'objection',
    dismissed: found.what !== 'objection',
    asked: found.author !== null,
    removed: found.what !== 'objection' && found.what !== 'person',
    interest: found.what === 'recommendation',
  }
  if (!isFit[outcome]) throw new AppError('outcome_unfit')
  if (outcome === 'dismissed' || outcome === 'answered') return
  if (!(await wasOpened(tx, found.id, no))) throw new AppError('look_first')
}

async function carryOut(
  tx: Db,
  changed: Changed,
  { takeDown, raiseInterest }: CaseDeps,
  { id, what, object, author }: ReportRow,
  wish: Decide,
): Promise<void> {
  if (object === null) return
  if (wish.outcome === 'removed') {
    await keepContent(tx, id)
    await takeDown(tx, changed, { what: ReportedKind.parse(what), object, author })
  }
  if (wish.outcome === 'interest' && author !== null) {
    const { interest, interestWords } = wish
    await raiseInterest(tx, changed, { post: object, author, interest, interestWords })
  }
}

async function tellSides(tx: Db, changed: Changed, { id, author, reporter }: ReportRow): Promise<void> {
  if (reporter !== null) changed({ kind: 'look', a: reporter })
  if (author !== null && (await wasEverOpened(tx, id))) changed({ kind: 'look', a: author })
}

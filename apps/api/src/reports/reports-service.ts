import {
  type CasesOfMine,
  LIMITS,
  type MakeReport,
  type OwnReport,
  type OwnReports,
  ReportId,
} from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { presentReport, readCasesOf } from './case-sides.ts'
import {
  countReports,
  dayBefore,
  insertAppeal,
  insertReport,
  lockReport,
  type Reportable,
  selectReportsBy,
} from './reports-store.ts'

const Made = z.object({ report: ReportId })

/** What people report, and what they learn of it. */
export interface ReportService {
  /** Tells the operator, and nobody else. What was reported stays where it is. */
  make(viewer: Viewer, wish: MakeReport, claim: Claim | undefined): Promise<Written<OwnReport>>
  list(viewer: Viewer): Promise<OwnReports>
  /** What the operator opened or decided about of the viewer's. */
  ofMine(viewer: Viewer): Promise<CasesOfMine>
  /** Each side of a case may once, for a while after it was decided. */
  appeal(viewer: Viewer, id: string, words: string): Promise<Written<undefined>>
}

export interface ReportDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly ids: NewIds
  readonly now: () => Date
  /** What the viewer may see now and is not his own; undefined where there is no such thing for him. */
  readonly find: (viewer: Viewer, about: MakeReport['about']) => Promise<Reportable | undefined>
}

export function createReports(deps: ReportDeps): ReportService {
  const { db, changes, ids, now, find } = deps
  const listOf = async (viewer: number) =>
    (await selectReportsBy(db, viewer)).map((row) => presentReport(row, now()))
  return {
    make: async (viewer, { about, reason, words }, claim) => {
      const found = orNotFound(await find(viewer, about))
      const { value, position } = await changes.write((tx) =>
        onlyOnce(tx, claim, Made, async () => {
          const at = now()
          if ((await countReports(tx, viewer.no, dayBefore(at))) >= LIMITS.reportsPerDay)
            throw new AppError('too_many_reports_today')
          const id = ReportId.parse(ids.dated())
          await insertReport(tx, { ...found, id, what: about.what, reporter: viewer.no, reason, words, at })
          return { report: id }
        }),
      )
      const made = (await listOf(viewer.no)).find(({ id }) => id === value.report)
      return { value: orNotFound(made), position }
    },
    list: async (viewer) => ({ reports: await listOf(viewer.no) }),
    ofMine: async (viewer) => ({ cases: await readCasesOf(db, viewer.no, now()) }),
    appeal: (viewer, id, words) =>
      changes.write(async (tx, changed) => {
        await lockReport(tx, id)
        const side = await findSide({ ...deps, db: tx }, viewer.no, id)
        if (!side.mayAppeal) throw new AppError('no_appeal')
        await insertAppeal(tx, { report: id, by: side.by, words, at: now() })
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
  }
}

/** Where the viewer stands in a case that he knows of. */
async function findSide(deps: Pick<ReportDeps, 'db' | 'now'>, viewer: number, id: string) {
  const { db, now } = deps
  const row = (await selectReportsBy(db, viewer)).find((one) => one.id === id)
  if (row) return { by: 'reporter' as const, ...presentReport(row, now()) }
  const mine = (await readCasesOf(db, viewer, now())).find((one) => one.id === id)
  if (!mine) throw notFound()
  return { by: 'author' as const, ...mine }
}

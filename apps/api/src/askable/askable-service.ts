import {
  AskableId,
  type Askables,
  LIMITS,
  type MakeAskable,
  OwnAskable,
  type OwnAskables,
  type TiesAudience,
} from '@kith/contract'
import { type ChangeWriter, violatedConstraint, type Written } from '../changes/change-writer.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { selectAskables, selectOwnAskables } from './askable-rows.ts'
import { type AskableAudience, deleteLine, insertLine, lockLines, updateLine } from './askable-store.ts'

/** "You can ask me about …": what a person says to some of his ties, and to nobody beyond them. */
export interface AskableService {
  own(viewer: Viewer): Promise<OwnAskables>
  make(viewer: Viewer, wish: MakeAskable, claim: Claim | undefined): Promise<Written<OwnAskable>>
  /** Says a line anew. */
  change(viewer: Viewer, id: AskableId, wish: MakeAskable): Promise<Written<OwnAskable>>
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** What the other person of a live tie says to the viewer. */
  ofTie(viewer: Viewer, tie: string): Promise<Askables>
}

export interface AskableDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly ids: NewIds
  readonly now: () => Date
  /** An audience in numbers; refuses one that names nobody, or anything that is not the author’s own. */
  resolveTies(tx: Db, author: number, audience: TiesAudience): Promise<AskableAudience>
}

export function createAskables(deps: AskableDeps): AskableService {
  const { sql, changes } = deps
  return {
    own: async ({ no }) => ({ askables: await selectOwnAskables(sql, no) }),
    make: (viewer, wish, claim) =>
      changes.write((tx, changed) =>
        onlyOnce(tx, claim, OwnAskable, async () => {
          if ((await lockLines(tx, viewer.no)) >= LIMITS.askables) throw new AppError('too_many_askables')
          const id = deps.ids.dated()
          const { row, audience } = await readWish(deps, tx, viewer, id, wish)
          await insertLine(tx, { ...row, madeAt: deps.now() }, audience).catch(translatePlace)
          changed({ kind: 'person', a: viewer.no })
          return { id: AskableId.parse(id), ...wish }
        }),
      ),
    change: (viewer, id, wish) =>
      changes.write(async (tx, changed) => {
        const { row, audience } = await readWish(deps, tx, viewer, id, wish)
        if (!(await updateLine(tx, row, audience).catch(translatePlace))) throw notFound()
        changed({ kind: 'person', a: viewer.no })
        return { id, ...wish }
      }),
    remove: (viewer, id) =>
      changes.write(async (tx, changed) => {
        if (!(await deleteLine(tx, viewer.no, id))) throw notFound()
        changed({ kind: 'person', a: viewer.no })
        return undefined
      }),
    ofTie: async ({ no }, tie) => ({ askables: orNotFound(await selectAskables(sql, no, tie)) }),
  }
}

async function readWish(deps: AskableDeps, tx: Db, viewer: Viewer, id: string, wish: MakeAskable) {
  const { kind, place, words } = wish
  const placeId = place === null ? null : (wish.placeId ?? null)
  const audience = await deps.resolveTies(tx, viewer.no, wish.audience)
  return { row: { id, person: viewer.no, kind, place, placeId, words }, audience }
}

function translatePlace(cause: unknown): never {
  if (violatedConstraint(cause) !== 'askable_place_id_place_id_fk') throw cause
  throw new AppError('invalid_input', {
    fields: [{ path: 'placeId', message: 'is not in the gazetteer' }],
    cause,
  })
}

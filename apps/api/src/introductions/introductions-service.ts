import {
  type AnswerIntroduction,
  type AskedIntroduction,
  type AskIntroduction,
  type BringTogether,
  type BrokeredIntroduction,
  type IntroductionHints,
  IntroductionId,
  type Introductions,
  type OfferIntroduction,
  type SubjectKind,
  type TieRequest,
} from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import { readSeen } from '../graph/seen-posts.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { type Answering, answer, offer, remove } from './introduction-answering.ts'
import { type HintDeps, readHints } from './introduction-hints.ts'
import { type Bonds, makeAsked, makeBrought, tell } from './introduction-making.ts'
import { presentAsked, presentBrokered } from './introduction-presentation.ts'
import { readIntroductions } from './introduction-reading.ts'
import { selectAsked, selectBrokered } from './introduction-rows.ts'
import { findIntroduced, removeNever, selectPostNo } from './introductions-store.ts'
import { isShownThrough } from './naming-check.ts'

const Made = z.object({ introduction: IntroductionId })

/** Two people are brought together by somebody who has a tie with both; either may decline without a trace. */
export interface IntroductionService {
  list(viewer: Viewer): Promise<Introductions>
  /** Whom the viewer could bring together. */
  hints(viewer: Viewer): Promise<IntroductionHints>
  ask(viewer: Viewer, wish: AskIntroduction, claim: Claim | undefined): Promise<Written<AskedIntroduction>>
  bring(viewer: Viewer, wish: BringTogether, claim: Claim | undefined): Promise<Written<BrokeredIntroduction>>
  offer(viewer: Viewer, id: string, wish: OfferIntroduction): Promise<Written<BrokeredIntroduction>>
  answer(viewer: Viewer, id: string, said: AnswerIntroduction): Promise<Written<undefined>>
  /** Whoever asked withdraws; the broker declines, or takes back what he offered. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** Introductions of this kind may be offered to the viewer again. */
  takeNeverBack(viewer: Viewer, kind: SubjectKind): Promise<Written<undefined>>
  /** Asks the one whom the viewer was brought together with for a tie, whether he is found by his handle or not. */
  offerTie(viewer: Viewer, id: IntroductionId, claim: Claim | undefined): Promise<Written<TieRequest>>
}

export interface IntroductionDeps extends Bonds, HintDeps, Pick<Answering, 'openThread'> {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly ids: NewIds
  readonly requestTie: (
    viewer: Viewer,
    find: (tx: Db) => Promise<{ no: number; handle: string; name: string } | undefined>,
    claim: Claim | undefined,
  ) => Promise<Written<TieRequest>>
}

export function createIntroductions(deps: IntroductionDeps): IntroductionService {
  const { changes, ids, now } = deps
  return {
    hints: async (viewer) => ({ hints: await readHints(deps, viewer.no) }),
    list: (viewer) => readIntroductions(deps, viewer.no),
    ask: (viewer, wish, claim) => ask(deps, viewer, wish, claim),
    bring: async (viewer, wish, claim) => {
      const made = await changes.write((tx, changed) =>
        onlyOnce(tx, claim, Made, async () => {
          const making = { ...deps, newId: ids.dated, at: now() }
          return { introduction: await makeBrought(tx, changed, making, { broker: viewer.no, wish }) }
        }),
      )
      return { ...made, value: await readBrokered(deps, viewer, made.value.introduction) }
    },
    offer: async (viewer, id, wish) => {
      const made = await changes.write((tx, changed) =>
        offer(tx, changed, { ...deps, at: now() }, { broker: viewer.no, id, wish }),
      )
      return { ...made, value: await readBrokered(deps, viewer, id) }
    },
    answer: (viewer, id, said) =>
      changes.write(async (tx, changed) => {
        await answer(tx, changed, { ...deps, at: now() }, { ...said, who: viewer.no, id })
        return undefined
      }),
    remove: (viewer, id) =>
      changes.write(async (tx, changed) => {
        await remove(tx, changed, { ...deps, at: now() }, { who: viewer.no, id })
        return undefined
      }),
    takeNeverBack: (viewer, kind) =>
      changes.write(async (tx, changed) => {
        if (!(await removeNever(tx, viewer.no, kind))) throw notFound()
        tell(changed, [viewer.no])
        return undefined
      }),
    offerTie: (viewer, id, claim) =>
      deps.requestTie(viewer, (tx) => findIntroduced(tx, viewer.no, id), claim),
  }
}

async function ask(
  deps: IntroductionDeps,
  viewer: Viewer,
  wish: AskIntroduction,
  claim: Claim | undefined,
): Promise<Written<AskedIntroduction>> {
  const { sql, changes, ids, now } = deps
  const naming = { viewer: viewer.no, broker: wish.broker, handle: wish.person ?? '' }
  const isShown = wish.person !== undefined && (await isShownThrough(sql, naming, now()))
  const post = wish.post === undefined ? null : await findPost(deps, viewer.no, wish.post, wish.broker)
  const made = await changes.write((tx, changed) =>
    onlyOnce(tx, claim, Made, async () => {
      const making = { ...deps, newId: ids.dated, at: now() }
      return { introduction: await makeAsked(tx, changed, making, { asker: viewer.no, wish, isShown, post }) }
    }),
  )
  const at = now()
  const [row] = await selectAsked(sql, viewer.no, { now: at, only: made.value.introduction })
  return { ...made, value: presentAsked(orNotFound(row), at) }
}

// What somebody of whom the viewer knows that he wrote it recommends, and what the viewer may see.
async function findPost(deps: IntroductionDeps, viewer: number, id: string, author: string): Promise<number> {
  const no = orNotFound(await selectPostNo(deps.db, id))
  const [seen] = await readSeen(deps, viewer, [no])
  const isHis = seen?.voice.person.shown === 'tie' && seen.voice.person.id === author
  return orNotFound(isHis ? no : undefined)
}

async function readBrokered({ sql, now }: IntroductionDeps, viewer: Viewer, id: string) {
  const at = now()
  const [row] = await selectBrokered(sql, viewer.no, { now: at, only: id })
  return presentBrokered(orNotFound(row), at)
}

import { type AskResult, type ChangeAsk, LIMITS, type MakeAsk, PostId, type ReadAsk } from '@kith/contract'
import { z } from 'zod'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { changeAudience, resolveAudience, saveAudience } from '../posts/audience-store.ts'
import { lockAuthor, refuseTooMany } from '../posts/post-limits.ts'
import { refuseForeign, refuseUntil } from './ask-rules.ts'
import {
  countOpen,
  endBehindLastDay,
  eraseAsk,
  findAnswer,
  insertAsk,
  lockAsk,
  saveResult,
  updateOnward,
  updateUntil,
} from './ask-store.ts'
import type { AskReading } from './asks-reading.ts'

const Made = z.object({ post: PostId })

/** What askers do with their own asks. */
export interface AskService {
  make(viewer: Viewer, wish: MakeAsk, claim: Claim | undefined): Promise<Written<ReadAsk>>
  /** Another audience works at once; another last day opens it anew. */
  change(viewer: Viewer, id: string, change: ChangeAsk): Promise<Written<ReadAsk>>
  /** From then on it exists for the asker and for whoever answered it alone. */
  close(viewer: Viewer, id: string, result: AskResult): Promise<Written<ReadAsk>>
  /** As if it had not been closed. Refused once its last day is over. */
  reopen(viewer: Viewer, id: string): Promise<Written<ReadAsk>>
  /** Its words are gone for good, and what it was answered with is addressed to nobody any more. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
}

export interface AskDeps {
  readonly changes: ChangeWriter
  readonly reading: AskReading
  readonly ids: NewIds
  readonly now: () => Date
}

type Changed = (...changes: Change[]) => void
type Own = NonNullable<Awaited<ReturnType<typeof lockAsk>>>

export function createAsks(deps: AskDeps): AskService {
  const { changes, reading, now } = deps
  const changeOwn = async (
    viewer: Viewer,
    id: string,
    work: (tx: Db, own: Own, at: Date) => Promise<void>,
  ): Promise<Written<ReadAsk>> => {
    const { position } = await changes.write(async (tx, changed) => {
      await lockAuthor(tx, viewer.no)
      const own = orNotFound(await lockAsk(tx, viewer.no, id))
      await work(tx, own, now())
      changed({ kind: 'post', a: own.post.no })
    })
    return { value: await reading.read(viewer, id), position }
  }
  return {
    make: async (viewer, wish, claim) => {
      refuseForeign(wish.wish)
      const { value, position } = await changes.write((tx, changed) =>
        onlyOnce(tx, claim, Made, () => make(tx, changed, deps, { author: viewer.no, made: wish })),
      )
      return { value: await reading.read(viewer, value.post), position }
    },
    change: (viewer, id, { until, audience, onward }) =>
      changeOwn(viewer, id, async (tx, { post: { no }, ask }, at) => {
        if (audience) {
          const numbers = await resolveAudience(tx, viewer.no, audience)
          await changeAudience(tx, { post: no, author: viewer.no, isHeld: false }, numbers)
        }
        if (onward !== undefined) await updateOnward(tx, no, onward)
        if (until === undefined) return
        await updateUntil(tx, no, until)
        if (ask.result !== null) await saveResult(tx, no, null)
        await open(tx, { author: viewer.no, no, at })
      }),
    close: (viewer, id, { solved, through }) =>
      changeOwn(viewer, id, async (tx, { post: { no } }, at) => {
        const solvedBy = orNotFound(await findAnswer(tx, no, solved ? through : null))
        await saveResult(tx, no, { solved, solvedBy, at })
      }),
    reopen: (viewer, id) =>
      changeOwn(viewer, id, async (tx, { post: { no }, ask }, at) => {
        if (ask.result === null) return
        await saveResult(tx, no, null)
        if ((await endBehindLastDay(tx, no)) <= at) throw new AppError('ask_over')
        await refuseTooManyOpen(tx, viewer.no, at)
      }),
    remove: (viewer, id) =>
      changes.write(async (tx, changed) => {
        if (!(await removeAsk(tx, changed, { author: viewer.no, id, at: now() }))) throw notFound()
        return undefined
      }),
  }
}

async function make(
  tx: Db,
  changed: Changed,
  { ids, now }: AskDeps,
  { author, made }: { author: number; made: MakeAsk },
): Promise<{ post: PostId }> {
  const at = now()
  await lockAuthor(tx, author)
  const audience = await resolveAudience(tx, author, made.audience)
  await refuseTooMany(tx, author, at)
  const id = PostId.parse(ids.dated())
  const no = await insertAsk(tx, { ...made, id, author, audience, at })
  await saveAudience(tx, { post: no, author }, audience)
  await open(tx, { author, no, at })
  changed({ kind: 'post', a: no })
  return { post: id }
}

/** An ask is open until its last day is over, if that lies where it may and there is room for one more. */
async function open(tx: Db, { author, no, at }: { author: number; no: number; at: Date }): Promise<void> {
  refuseUntil(await endBehindLastDay(tx, no), at)
  await refuseTooManyOpen(tx, author, at)
}

// The one that is opened counts already.
async function refuseTooManyOpen(tx: Db, author: number, at: Date): Promise<void> {
  if ((await countOpen(tx, author, at)) > LIMITS.openAsks) throw new AppError('too_many_asks_open')
}

/** Removes an asker's ask: its words are gone for good, and its answers are addressed to nobody. False where there is none. */
export async function removeAsk(
  tx: Db,
  changed: Changed,
  { author, id, at }: { author: number; id: string; at: Date },
): Promise<boolean> {
  const own = await lockAsk(tx, author, id)
  if (!own) return false
  const { no } = own.post
  changed({ kind: 'post', a: no })
  for (const { post, helper } of await eraseAsk(tx, no, at)) {
    changed({ kind: 'addressing', a: post, b: author }, { kind: 'answer', a: no, b: helper })
  }
  return true
}

import {
  type ChangeRecommendation,
  type MakeRecommendation,
  PostId,
  type ReadRecommendation,
  type SubjectKind,
} from '@kith/contract'
import { z } from 'zod'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { findSubject, proposeOffers, proposeSubject } from '../graph/subject-search.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound } from '../http/refusals.ts'
import { resolveAudience, saveAudience } from '../posts/audience-store.ts'
import { lockAuthor, refuseTooMany } from '../posts/post-limits.ts'
import { type AskDeps, askAnew, refuseCandidate } from './candidacy-asking.ts'
import { changeOwn } from './recommendation-change.ts'
import type { RecommendationReading } from './recommendation-reading.ts'
import { removeRecommendation } from './recommendation-removal.ts'
import { refuseForeign, refuseUnready, tidyWords } from './recommendation-rules.ts'
import { endOnLastDay, insertRecommendation, insertSubject } from './recommendation-store.ts'

const Made = z.object({ post: PostId })

export interface RecommendationService {
  make(
    viewer: Viewer,
    wish: MakeRecommendation,
    claim: Claim | undefined,
  ): Promise<Written<ReadRecommendation>>
  /** Writes one into the writer's notebook, about a subject that is new, inside a transaction. */
  makeNote(tx: Db, changed: Changed, made: { viewer: Viewer; wish: MakeRecommendation }): Promise<PostId>
  /** Removes one of the writer's own, inside a transaction. */
  removeNote(tx: Db, changed: Changed, viewer: Viewer, id: string): Promise<void>
  change(viewer: Viewer, id: string, change: ChangeRecommendation): Promise<Written<ReadRecommendation>>
  /** Its words are gone for good; an empty row stays. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
}

export interface RecommendationDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly reading: RecommendationReading
  readonly ids: NewIds
  readonly now: () => Date
  readonly notify: Notify
  readonly lockTieWith: AskDeps['lockTieWith']
  /** Lets a recommendation answer somebody's ask. */
  readonly answers: {
    find(viewer: Viewer, ask: string): Promise<number>
    add(tx: Db, changed: Changed, given: { viewer: Viewer; ask: number; post: string }): Promise<void>
  }
}

type Changed = (...changes: Change[]) => void

/** A subject that is there already, as far as the writer knows of it. */
interface Known {
  readonly no: number
  readonly kind: SubjectKind
}

export function createRecommendations(deps: RecommendationDeps): RecommendationService {
  const { changes, reading, now } = deps
  const readBack = async (viewer: Viewer, { value, position }: Written<{ post: PostId }>) => ({
    value: await reading.read(viewer, value.post),
    position,
  })
  return {
    make: async (viewer, wish, claim) => {
      refuseUnready(wish.audience.form, wish)
      refuseForeign(wish.subject.kind, { ...wish.subject, ...wish.words })
      if (wish.candidate) {
        const { kind } = wish.subject
        refuseCandidate({ kind, verdict: wish.verdict, form: wish.audience.form })
      }
      const about = wish.about === null ? undefined : await findKnown(deps, viewer, wish.about)
      if (about && about.kind !== wish.subject.kind) throw new AppError('subject_fixed')
      const ask = wish.answers && (await deps.answers.find(viewer, wish.answers))
      const written = await changes.write((tx, changed) =>
        onlyOnce(tx, claim, Made, () => make(tx, changed, deps, { viewer, wish, about, ask })),
      )
      return readBack(viewer, written)
    },
    makeNote: async (tx, changed, made) => {
      const note = await make(tx, changed, deps, { ...made, about: undefined, ask: undefined })
      return note.post
    },
    change: async (viewer, id, change) => {
      const written = await changes.write((tx, changed) =>
        changeOwn(tx, changed, deps, { author: viewer.no, id, change, at: now() }),
      )
      return readBack(viewer, written)
    },
    removeNote: (tx, changed, viewer, id) => remove(tx, changed, viewer, { id, at: now() }),
    remove: (viewer, id) =>
      changes.write(async (tx, changed) => {
        await remove(tx, changed, viewer, { id, at: now() })
        return undefined
      }),
  }
}

async function remove(
  tx: Db,
  changed: Changed,
  viewer: Viewer,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  if (!(await removeRecommendation(tx, changed, { author: viewer.no, id, at }))) throw notFound()
}

/** A subject may be named by whoever hears it, wrote about it or was addressed with it; for others it is not there. */
async function findKnown(deps: RecommendationDeps, viewer: Viewer, id: string): Promise<Known> {
  const found = await findSubject(deps.sql, viewer.no, id)
  const propose = () => {
    const at = seconds(deps.now())
    const { engine } = deps.graph
    return [...proposeSubject(engine, viewer.no, found, at), ...proposeOffers(engine, viewer.no, found, at)]
  }
  const { voices } = await deps.voices.searchById({ propose, heardOnly: true, perCard: 1 }, found.horizon)
  if (voices.length === 0 || found.no === null || found.kind === null) throw notFound()
  return { no: found.no, kind: found.kind }
}

interface Making {
  readonly viewer: Viewer
  readonly wish: MakeRecommendation
  readonly about: Known | undefined
  /** The number of what it answers. */
  readonly ask: number | undefined
}

async function make(
  tx: Db,
  changed: Changed,
  deps: RecommendationDeps,
  { viewer, wish, about, ask }: Making,
): Promise<{ post: PostId }> {
  const { ids } = deps
  const at = deps.now()
  const author = viewer.no
  await lockAuthor(tx, author)
  const audience = await resolveAudience(tx, author, wish.audience)
  if (audience.form !== 'notebook') {
    await refuseTooMany(tx, author, at)
  }
  const id = PostId.parse(ids.dated())
  const subject = about?.no ?? (await insertSubject(tx, ids.undated(), wish.subject.kind))
  const { verdict, interest, language, onward, subject: facts } = wish
  const words = tidyWords(wish.words, interest)
  const post = await insertRecommendation(tx, {
    id,
    author,
    subject,
    facts,
    verdict,
    interest,
    words,
    language,
    audience,
    onward,
    at,
  })
  if (words.ends !== null) await endOnLastDay(tx, post)
  await saveAudience(tx, { post, author }, audience)
  const asking = { post, author, at, candidate: wish.candidate, edited: 'words' } as const
  await askAnew(tx, changed, deps, { ...asking, before: undefined })
  changed({ kind: 'post', a: post })
  if (ask !== undefined) await deps.answers.add(tx, changed, { viewer, ask, post: id })
  return { post: id }
}

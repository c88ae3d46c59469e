import { LIMITS, type OwnRecommendation, type OwnRecommendations, type SubjectKind } from '@kith/contract'
import { z } from 'zod'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import { isFading } from '../graph/fading.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { AppError } from '../http/refusals.ts'
import { type OwnPost, presentOwn, readOwnPosts } from '../posts/own-audiences.ts'

const CURSOR = 'own-recommendations'
const CursorContent = z.object({ viewer: z.int(), notebook: z.boolean(), before: z.int() })

export interface OwnListDeps {
  readonly sql: Sql
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly now: () => Date
}

/** The viewer's own, newest first: all, or the notebook alone. */
export async function listMine(
  deps: OwnListDeps,
  viewer: Viewer,
  { cursor, notebook }: { cursor?: string | undefined; notebook: boolean },
): Promise<OwnRecommendations> {
  const before = cursor === undefined ? null : openCursor(deps.seal, cursor, viewer, notebook)
  const numbers = await selectMine(deps.sql, viewer.no, { before, notebook })
  const shown = numbers.slice(0, LIMITS.page)
  const recommendations = await loadOwn(deps, viewer, shown)
  const last = numbers.length > LIMITS.page ? shown.at(-1) : undefined
  if (last === undefined) return { recommendations, cursor: null }
  const content = JSON.stringify({ viewer: viewer.no, notebook, before: last })
  return { recommendations, cursor: deps.seal.seal(CURSOR, content) }
}

/** The viewer's own that fade for others until he says that they are still true: the longest waiting first, a page at most. */
export async function listWaiting(deps: OwnListDeps, viewer: Viewer): Promise<OwnRecommendations> {
  const now = deps.now()
  const heard = await selectHeard(deps.sql, viewer.no, now)
  const waiting = heard.filter(({ kind, since }) => isFading(kind, since, now)).slice(0, LIMITS.page)
  const numbers = waiting.map(({ no }) => no)
  return { recommendations: await loadOwn(deps, viewer, numbers), cursor: null }
}

function selectHeard(sql: Sql, author: number, now: Date) {
  return sql<{ no: number; kind: SubjectKind; since: Date }[]>`
    select p.no, s.kind, p.since
    from post p join recommendation r on r.post = p.no join subject s on s.no = r.subject
    where p.author = ${author} and p.deleted_at is null
      and (p.form = 'ties' or exists (select from club_member m where m.club = p.club and m.person = p.author))
      and (p.expires_at is null or p.expires_at > ${now.toISOString()}::timestamptz)
    order by p.since, p.no`
}

async function loadOwn(
  { sql, voices }: OwnListDeps,
  viewer: Viewer,
  numbers: readonly number[],
): Promise<OwnRecommendation[]> {
  const found = await voices.search({
    propose: () => numbers.map((post, card) => proposeOwn(viewer.no, post, card)),
    heardOnly: false,
    perCard: 1,
  })
  const own = await readOwnPosts(sql, viewer.no, numbers)
  return found.voices.flatMap((one) => withOwn(one, own.get(one.proposal.post)))
}

function withOwn({ voice }: CheckedVoice, own: OwnPost | undefined): OwnRecommendation[] {
  return own ? [{ voice, ...presentOwn(own) }] : []
}

function openCursor(seal: Seal, cursor: string, viewer: Viewer, notebook: boolean): number {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.viewer !== viewer.no || content.notebook !== notebook) throw new AppError('cursor_invalid')
  return content.before
}

async function selectMine(
  sql: Sql,
  author: number,
  { before, notebook }: { before: number | null; notebook: boolean },
): Promise<number[]> {
  const rows = await sql<{ no: number }[]>`
    select p.no from post p join recommendation r on r.post = p.no
    where p.author = ${author} and p.deleted_at is null
      and (${before}::int is null or p.no < ${before}::int)
      and (p.form = 'notebook' or not ${notebook})
    order by p.no desc limit ${LIMITS.page + 1}`
  return rows.map((row) => row.no)
}

function proposeOwn(viewer: number, post: number, card: number): Proposal {
  return { viewer, post, card, witness: { way: 'own' }, from: 'tables' }
}

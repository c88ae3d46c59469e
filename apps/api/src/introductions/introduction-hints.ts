import { type IntroductionHint, LIMITS, type ShownTie, type SubjectKind, type Voice } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { readSeen, type SeenDeps } from '../graph/seen-posts.ts'
import { type AskReader, seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'

// So many are looked through, the newest.
const MOST_POSTS = 400
// Of these nobody should be reminded by what others ask.
const SENSITIVE: readonly SubjectKind[] = ['health', 'job']

export interface HintDeps extends SeenDeps {
  readonly sql: Sql
  readonly asks: AskReader
}

/**
 * Open asks of the viewer's ties, by name, for which another tie of his recommended something of that kind, at that place
 * where the ask names one; both as the viewer hears and sees them. What he has brought together already is not said again.
 */
export async function readHints(deps: HintDeps, viewer: number): Promise<IntroductionHint[]> {
  const asked = await readAsks(deps, viewer)
  const kinds = new Set(asked.map(({ ask }) => ask.wish.kind))
  const known = asked.length === 0 ? [] : await readKnown(deps, viewer, [...kinds])
  const hints = asked.flatMap(({ ask, person }): IntroductionHint[] => {
    const { kind, title, placeId } = ask.wish
    const fits = ({ subject, person: { id } }: TiesVoice) =>
      subject.kind === kind && (placeId === undefined || subject.placeId === placeId) && id !== person.id
    const found = known.find(fits)
    if (found === undefined) return []
    const { person: helper, post, subject, created } = found
    return [{ asker: person, ask: { post: ask.post, title }, kind, helper, post, subject, said: created }]
  })
  return hints.slice(0, LIMITS.introductionHints)
}

type TiesVoice = Voice & { readonly person: ShownTie }

async function readAsks({ sql, graph, asks, now }: HintDeps, viewer: number) {
  const at = now()
  const posts = await selectAsks(sql, viewer, at)
  const propose = (): Proposal[] =>
    graph.engine
      .hearsAmong(viewer, posts, seconds(at))
      .map(({ post, witness }, card) => ({ viewer, post, card, witness, from: 'engine' }))
  const { voices } = await asks.search({ propose, heardOnly: true, perCard: 1 })
  return voices.flatMap(({ ask }) =>
    ask.person.shown === 'tie' && ask.answered.length === 0 ? [{ ask, person: ask.person }] : [],
  )
}

async function readKnown(
  deps: HintDeps,
  viewer: number,
  kinds: readonly SubjectKind[],
): Promise<TiesVoice[]> {
  const seen = await readSeen(deps, viewer, await selectKnown(deps.sql, viewer, kinds))
  return seen.flatMap(({ voice }) => {
    const { person } = voice
    return person.shown === 'tie' ? [{ ...voice, person }] : []
  })
}

// What ties of the viewer's ask now and he has not offered anybody for.
async function selectAsks(sql: Sql, viewer: number, now: Date): Promise<number[]> {
  const rows = await sql<{ post: number }[]>`
    select p.no as post from ask k
    join post p on p.no = k.post and p.deleted_at is null and p.expires_at > ${now.toISOString()}::timestamptz
    join tie_side side on side.owner = ${viewer} and side.other = k.author
    where k.kind <> all(${[...SENSITIVE]}::text[])
      and not exists (
        select from introduction i join introduction_side s on s.introduction = i.no and s.person = k.author
        where i.broker = ${viewer} and i.kind = k.kind and i.made_at >= p.created_at
      )
    order by p.no desc limit ${MOST_POSTS}`
  return rows.map(({ post }) => post)
}

async function selectKnown(sql: Sql, viewer: number, kinds: readonly SubjectKind[]): Promise<number[]> {
  const rows = await sql<{ post: number }[]>`
    select p.no as post from recommendation r
    join post p on p.no = r.post and p.deleted_at is null and p.form = 'ties'
    join subject s on s.no = r.subject and s.kind = any(${[...kinds]}::text[])
    join tie_side side on side.owner = ${viewer} and side.other = r.author
    where r.verdict = 'recommend' and r.interest <> 'paid'
    order by p.since desc limit ${MOST_POSTS}`
  return rows.map(({ post }) => post)
}

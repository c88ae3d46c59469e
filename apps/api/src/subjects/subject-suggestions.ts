import type { SubjectKind, Suggestions, SuggestQuery } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { type HeardFind, hearFound } from '../graph/found-posts.ts'
import { type KnownPost, selectKnown } from '../graph/known-posts.ts'
import { seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { SubjectsDeps } from './subjects-service.ts'

const SHOWN = 10
// How many subjects are checked at a time.
const CHECKED = 20
const VOICES_PER_SUBJECT = 5

/**
 * Subjects whose words match, out of every post that the viewer hears, wrote or was addressed with: titles that begin so
 * first, then the most trusted voice. Nothing is sampled; only what is shown is cut off.
 */
export async function suggestSubjects(
  deps: SubjectsDeps,
  viewer: number,
  query: SuggestQuery,
): Promise<Suggestions> {
  const { sql, graph } = deps
  const known = { sql, engine: graph.engine }
  const found = await selectKnown(known, viewer, matches(sql, viewer, query))
  const suggestions: Suggestions['suggestions'] = []
  let isMore = true
  for (let at = 0; isMore && suggestions.length < SHOWN; at += CHECKED) {
    const propose = () => {
      const subjects = orderMatches(deps, viewer, found, query.q)
      isMore = subjects.length > at + CHECKED
      return subjects
        .slice(at, at + CHECKED)
        .flatMap((voices, card) => voices.map((voice): Proposal => ({ ...voice, viewer, card })))
    }
    const { voices } = await deps.voices.search({ propose, heardOnly: true, perCard: 1 })
    for (const { voice } of voices) {
      suggestions.push({ id: voice.subject.id, subject: voice.subject, from: voice.person })
    }
  }
  return { suggestions: suggestions.slice(0, SHOWN) }
}

// Offers are found in their lane alone, but for one's own.
function matches(sql: Sql, viewer: number, { q, kind }: { q: string; kind?: SubjectKind | undefined }) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(r.title ilike ${pattern} or r.creator ilike ${pattern})
    and (${kind ?? null}::text is null or s.kind = ${kind ?? null})
    and (r.interest is distinct from 'paid' or r.author = ${viewer})`
}

type Candidate = HeardFind<KnownPost>

/** The voices of each subject that matched, strongest first; subjects in the order in which they are shown. */
function orderMatches(
  { graph, now }: SubjectsDeps,
  viewer: number,
  found: readonly KnownPost[],
  q: string,
): readonly (readonly Candidate[])[] {
  const candidates = hearFound(graph.engine, viewer, found, seconds(now()))
  const begins = (one: Candidate) => (one.found.title.toLowerCase().startsWith(q.toLowerCase()) ? 0 : 1)
  candidates.sort((one, other) => begins(one) - begins(other) || one.cost - other.cost)
  const subjects = Map.groupBy(candidates, ({ found }) => found.subject)
  return [...subjects.values()].map((voices) => voices.slice(0, VOICES_PER_SUBJECT))
}

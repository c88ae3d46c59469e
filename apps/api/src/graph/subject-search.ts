import { LIMITS, type SubjectKind } from '@kith/contract'
import type { TrustGraph } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'
import { addressedPosts } from './addressed-posts.ts'
import type { Proposal } from './witness-check.ts'

/** What the tables say about a subject and a viewer, before anything of it is checked. */
export interface FoundSubject {
  /** Null: there is no such subject. */
  readonly no: number | null
  readonly kind: SubjectKind | null
  readonly own: readonly number[]
  readonly addressed: readonly number[]
  /** Offers on it by ties to whom the viewer said yes. */
  readonly offers: readonly number[]
  readonly horizon: bigint
}

export async function findSubject(sql: SqlReader, viewer: number, id: string): Promise<FoundSubject> {
  const [row] = await sql<(Omit<FoundSubject, 'horizon'> & { horizon: string })[]>`
    select s.no, s.kind, pg_snapshot_xmax(pg_current_snapshot())::text as horizon,
      array(select r.post from recommendation r where r.author = ${viewer} and r.subject = s.no) as own,
      array(select a.post from ${addressedPosts(sql, viewer)} a join recommendation r on r.post = a.post
            where r.subject = s.no and r.interest is distinct from 'paid') as addressed,
      array(select r.post from tie_side side join recommendation r on r.author = side.other
            where side.owner = ${viewer} and side.offers = 'yes' and r.subject = s.no and r.interest = 'paid') as offers
    from (select) one left join subject s on s.id = ${id}`
  if (!row) throw new Error('expected one row about a subject, there or not')
  return { ...row, horizon: BigInt(row.horizon) }
}

/**
 * The viewer's own voice on a subject, then those that he hears, at most so many and the strongest first, then those
 * addressed to him.
 */
export function proposeSubject(
  engine: TrustGraph,
  viewer: number,
  found: FoundSubject,
  now: number,
  most: number = LIMITS.voicesPerSubject,
): readonly Proposal[] {
  if (found.no === null) return []
  const heard = engine.card(viewer, found.no, now)?.voices.slice(0, most) ?? []
  const known = new Set(heard.map(({ post }) => post))
  return [
    ...found.own.map(
      (post): Proposal => ({ viewer, post, card: 0, witness: { way: 'own' }, from: 'tables' }),
    ),
    ...heard.map(({ post, witness }): Proposal => ({ viewer, post, card: 0, witness, from: 'engine' })),
    ...found.addressed
      .filter((post) => !known.has(post))
      .map((post): Proposal => ({ viewer, post, card: 0, witness: { way: 'addressed' }, from: 'tables' })),
  ]
}

/** Offers on a subject that the viewer hears. */
export function proposeOffers(
  engine: TrustGraph,
  viewer: number,
  found: FoundSubject,
  now: number,
): readonly Proposal[] {
  return engine
    .hearsAmong(viewer, found.offers, now)
    .map(({ post, witness }): Proposal => ({ viewer, post, card: 0, witness, from: 'engine' }))
}

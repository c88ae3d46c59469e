import type { TieView } from '@kith/contract'
import type { Witness } from '@kith/trust-graph'
import type { Sql } from '../database/client.ts'
import { seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { FeedDeps } from './feed-service.ts'

// Asked one at a time; a few more are looked at in case the first turns out to be answered already.
const CANDIDATES = 5
const OFFERS = 100

/** A tie whose first offer waits for a yes or no, and since when. */
export interface OffersQuestion {
  readonly tie: TieView
  readonly since: Date
}

/** The strongest of the ties who wait; null when nobody waits. */
export async function findOffersQuestion(deps: FeedDeps, viewer: number): Promise<OffersQuestion | null> {
  const sellers = deps.graph.engine.offerQuestions(viewer, seconds(deps.now())).slice(0, CANDIDATES)
  if (sellers.length === 0) return null
  const offers = await selectOffers(deps.sql, sellers)
  const propose = () =>
    offers.map(({ post, author, club }): Proposal => {
      const witness: Witness =
        club === null ? { way: 'chain', chain: [viewer, author] } : { way: 'club', club }
      return { viewer, post, card: sellers.indexOf(author), witness, from: 'tables' }
    })
  const { counts } = await deps.voices.search({ propose, heardOnly: false, perCard: 0 })
  for (const [at, seller] of sellers.entries()) {
    const tie = counts.has(at) ? await deps.viewTie(viewer, seller) : undefined
    const first = offers.findLast(({ author }) => author === seller)
    if (first && tie && tie.offers === null && !tie.paused) return { tie, since: first.created }
  }
  return null
}

interface Offer {
  readonly post: number
  readonly author: number
  /** The club that it is for. */
  readonly club: number | null
  readonly created: Date
}

async function selectOffers(sql: Sql, sellers: readonly number[]): Promise<readonly Offer[]> {
  return sql<Offer[]>`
    select r.post, r.author, p.club, p.created_at as created from recommendation r join post p on p.no = r.post
    where r.author = any(${[...sellers]}::int[]) and r.interest = 'paid' order by r.post desc limit ${OFFERS}`
}

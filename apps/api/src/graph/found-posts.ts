import type { TrustGraph } from '@kith/trust-graph'
import type { Proposal } from './witness-check.ts'

/** A post that the database found, before anybody asked whether the viewer hears it. */
export interface FoundPost {
  readonly post: number
  readonly author: number
  /** Whether it is addressed to the viewer. */
  readonly addressed: boolean
}

/** A found post that is the viewer's to find, and why. */
export interface HeardFind<Found extends FoundPost> extends Omit<Proposal, 'viewer' | 'card'> {
  readonly found: Found
  /** 0 for the viewer's own, that of the chain for what is heard, above every cost for what is only addressed. */
  readonly cost: number
}

/** Those of the found posts that the viewer hears, wrote or was addressed with. O(reach + found). */
export function hearFound<Found extends FoundPost>(
  engine: TrustGraph,
  viewer: number,
  found: readonly Found[],
  now: number,
): HeardFind<Found>[] {
  const posts = found.map(({ post }) => post)
  const heard = new Map(engine.hearsAmong(viewer, posts, now).map((one) => [one.post, one]))
  return found.flatMap((one): HeardFind<Found>[] => {
    const { post } = one
    const way = heard.get(post)
    if (way !== undefined) return [{ found: one, ...way, from: 'engine' }]
    if (one.author === viewer) return [{ post, found: one, cost: 0, witness: { way: 'own' }, from: 'tables' }]
    if (!one.addressed) return []
    return [{ post, found: one, cost: ADDRESSED_COST, witness: { way: 'addressed' }, from: 'tables' }]
  })
}

const ADDRESSED_COST = Number.MAX_SAFE_INTEGER

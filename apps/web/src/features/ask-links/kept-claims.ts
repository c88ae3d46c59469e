import type { GuestClaim } from '@kith/contract'
import { remember, remembered, rememberedValue } from '../../lib/remembered.ts'
import { GUEST_ANSWERS } from '../../lib/remembered-mine.ts'

const MOST_KEPT = 20

/** What this browser keeps of an answer that was given as a guest, for whoever gave it to take along. */
export interface KeptClaim extends GuestClaim {
  /** What was recommended, and who asked. */
  title: string
  asker: string
}

export function keptClaims(): readonly KeptClaim[] {
  return rememberedValue<readonly KeptClaim[]>(GUEST_ANSWERS) ?? []
}

/** Keeps one, the newest first; answers whether this browser keeps anything at all. */
export function keepClaim(claim: KeptClaim): boolean {
  save([claim, ...keptClaims()].slice(0, MOST_KEPT))
  return remembered(GUEST_ANSWERS) !== null
}

export function forgetClaim({ claim }: Pick<KeptClaim, 'claim'>): void {
  save(keptClaims().filter((one) => one.claim !== claim))
}

function save(claims: readonly KeptClaim[]): void {
  remember(GUEST_ANSWERS, claims.length === 0 ? null : JSON.stringify(claims))
}

import type { CircleNo, ClubNo, Kind, PersonNo, PostNo, Seconds, SubjectNo, Verdict } from './facts.ts'

/** Why a viewer may see or hears a post: what the database checks before anything leaves. */
export type Witness =
  | { readonly way: 'own' }
  /** Viewer first, author last: two to four persons. */
  | { readonly way: 'chain'; readonly chain: readonly PersonNo[] }
  | { readonly way: 'addressed' }
  | { readonly way: 'club'; readonly club: ClubNo }

/** Somebody a viewer hears from. */
export interface Reached {
  readonly person: PersonNo
  /** Trust is exp(-cost / 1000). */
  readonly cost: number
  /** Viewer first, this person last. */
  readonly chain: readonly PersonNo[]
}

/** A post and who wrote it. */
export interface WrittenPost {
  readonly author: PersonNo
  readonly post: PostNo
}

/** A post that a viewer hears, and along what. */
export interface Heard {
  readonly post: PostNo
  readonly witness: Witness
  /** Of the strongest chain along which the post may travel. */
  readonly cost: number
}

/** One recommender's post on a card. */
export interface Voice extends Heard {
  readonly author: PersonNo
  readonly verdict: Verdict
  /** Freshness in (0, 1]; 1 where it does not count. */
  readonly freshness: number
}

/** Where a card stands in its list's total order; the next page begins behind it. */
export interface CardKey {
  /** Ranked: the final score rounded to 1e-9. Newest: seconds of the newest heard voice. */
  readonly value: number
  readonly hash: number
}

/** A subject with its voices, or an ask. */
export interface Card {
  readonly subject: SubjectNo | undefined
  readonly ask: PostNo | undefined
  readonly score: number
  readonly dissent: number
  readonly key: CardKey
  /** All heard voices on it, strongest first. */
  readonly voices: readonly Voice[]
}

/** What of a list a viewer wants to hear. */
export interface ListFilters {
  /** All kinds when undefined. */
  readonly kinds: ReadonlySet<Kind> | undefined
  /** One of the two things that travel; both when undefined. */
  readonly only: 'recommendations' | 'asks' | undefined
  readonly circle: CircleNo | undefined
  /** Only what was said, or was still true, since then. */
  readonly notBefore: Seconds | undefined
  /** Only what its author lived through himself. */
  readonly ownExperience: boolean
  /** Only these posts: what the database found by something of which the engine knows nothing. */
  readonly among: ReadonlySet<PostNo> | undefined
}

export const UNFILTERED: ListFilters = {
  kinds: undefined,
  only: undefined,
  circle: undefined,
  notBefore: undefined,
  ownExperience: false,
  among: undefined,
}

export interface PageRequest extends ListFilters {
  readonly lane: 'feed' | 'offers'
  readonly order: 'ranked' | 'newest'
  /** Ages run to here, and what was posted later is left out. */
  readonly asOf: Seconds
  readonly highestPost: PostNo
  readonly after: CardKey | undefined
  readonly limit: number
}

export interface Page {
  readonly cards: readonly Card[]
  /** Whether the list ends with this page. */
  readonly complete: boolean
}

/** How much of an outcome came through one of the viewer's ties; the greatest first, then by h(viewer, tie). */
export interface OutcomeShare {
  readonly tie: PersonNo
  /** In (0, 1]; those of one outcome add up to 1. */
  readonly share: number
}

/** How far an audience goes, for the preview: ring 1 exactly, beyond it a raw number that must be rounded before it is shown. */
export interface AudiencePreview {
  readonly ring1: readonly PersonNo[]
  /** Persons beyond ring 1, blind to blocks and carrying. */
  readonly beyond: number
  /** Persons of ring 1 that bring at least one of them. */
  readonly carriers: number
}

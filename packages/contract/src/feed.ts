import { z } from 'zod'
import { Ask } from './asks.ts'
import { FILTERS } from './filters.ts'
import { SubjectId } from './ids.ts'
import { ShownPerson, ShownTie, TieView } from './people.ts'
import { Subject, SubjectKind, Voice } from './recommendations.ts'

/** One subject with its voices, strongest first. */
export const Card = z.object({
  subject: Subject,
  voices: z.array(Voice).min(1),
  /** Further voices that were checked, 20 at most. */
  more: z.int(),
  /** Whether there are more than these: "and more". */
  moreBeyond: z.boolean(),
})
export type Card = z.infer<typeof Card>

export const FeedOrder = z.enum(['ranked', 'newest'])
export type FeedOrder = z.infer<typeof FeedOrder>

export const FeedLane = z.enum(['feed', 'offers'])
export type FeedLane = z.infer<typeof FeedLane>

export const FeedQuery = z.strictObject({
  lane: FeedLane.default('feed'),
  order: FeedOrder.default('ranked'),
  /** One of the two things that travel. */
  only: z.enum(['recommendations', 'asks']).optional(),
  ...FILTERS,
  cursor: z.string().max(600).optional(),
})
export type FeedQuery = z.infer<typeof FeedQuery>

/** Somebody's ask, a card of its own. */
export const AskCard = z.object({ ask: Ask })
export type AskCard = z.infer<typeof AskCard>

export const FeedCard = z.union([Card, AskCard])
export type FeedCard = z.infer<typeof FeedCard>

export const FeedPage = z.object({
  cards: z.array(FeedCard),
  /** Null: you are up to date. */
  cursor: z.string().nullable(),
  /** A tie whose offers wait for a yes or no; first page of the feed lane only. */
  offersQuestion: TieView.nullable(),
  /** Whether the offers lane holds something that I said yes to; first page of the feed lane only. */
  offersOpen: z.boolean(),
})
export type FeedPage = z.infer<typeof FeedPage>

/** My network's view of one subject. */
export const SubjectPage = z.object({
  subject: Subject,
  /** Heard, mine and addressed to me; of those heard the strongest, at most so many as `LIMITS` says. */
  voices: z.array(Voice),
  /** Whether I hear more than these. */
  moreBeyond: z.boolean(),
  mine: z.boolean(),
})
export type SubjectPage = z.infer<typeof SubjectPage>

export const SuggestQuery = z.strictObject({
  q: z.string().trim().min(1).max(120),
  kind: SubjectKind.optional(),
})
export type SuggestQuery = z.infer<typeof SuggestQuery>

export const Suggestions = z.object({
  suggestions: z.array(z.object({ id: SubjectId, subject: Subject, from: ShownPerson })),
})
export type Suggestions = z.infer<typeof Suggestions>

/** A person's page: all of theirs that I may see. A stranger who is findable has a name and nothing else. */
export const PersonPage = z.discriminatedUnion('relation', [
  z.object({ relation: z.literal('self'), person: ShownPerson, voices: z.array(Voice) }),
  z.object({ relation: z.literal('tie'), person: ShownTie, tie: TieView, voices: z.array(Voice) }),
  z.object({ relation: z.literal('named'), person: ShownPerson, voices: z.array(Voice) }),
  z.object({
    relation: z.literal('stranger'),
    person: z.object({ handle: z.string(), name: z.string() }),
    voices: z.array(Voice).max(0),
  }),
])
export type PersonPage = z.infer<typeof PersonPage>

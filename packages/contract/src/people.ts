import { z } from 'zod'
import { CircleId, PersonId, TieId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { line } from './text.ts'

/** How well I say I know and trust somebody: 1 "know in passing" to 5 "like family". Null: unsorted. */
export const Closeness = z.int().min(1).max(5)
export type Closeness = z.infer<typeof Closeness>

export const Language = z.enum(['en', 'de'])
export type Language = z.infer<typeof Language>

export const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9_-]{1,28})[a-z0-9]$/)
export type Handle = z.infer<typeof Handle>

export const CIRCLE_KINDS = [
  'family',
  'friends',
  'acquaintances',
  'colleagues',
  'business',
  'club',
  'likeminded',
] as const
export const CircleKind = z.enum(CIRCLE_KINDS)
export type CircleKind = z.infer<typeof CircleKind>

/** How I sorted a tie, for drawing its ring: the kind of the first circle it is in. */
export const RingPattern = z.union([CircleKind, z.literal('unsorted')])
export type RingPattern = z.infer<typeof RingPattern>

/**
 * The photo of somebody who is named: its version, without which nobody asks for it, and which is another one whenever the
 * photo is. Absent where there is none, or where something that he did shows his name alone.
 */
const FaceVersion = z.uuid().optional()

/** One of my own ties, by name, with my own word. */
export const ShownTie = z.object({
  shown: z.literal('tie'),
  id: PersonId,
  handle: z.string(),
  name: z.string(),
  photo: FaceVersion,
  closeness: Closeness.nullable(),
  ring: RingPattern,
})
export type ShownTie = z.infer<typeof ShownTie>

export const Self = z.object({
  shown: z.literal('self'),
  id: PersonId,
  handle: z.string(),
  name: z.string(),
  photo: FaceVersion,
})

/** Somebody without a tie to me whom I may name. */
export const NamedPerson = z.object({
  shown: z.literal('named'),
  id: PersonId,
  handle: z.string(),
  name: z.string(),
  photo: FaceVersion,
})
export type NamedPerson = z.infer<typeof NamedPerson>

/** How a person appears to a viewer by the rule "Names". Whoever may not be named has no id, handle or pseudonym. */
export const ShownPerson = z.discriminatedUnion('shown', [
  Self,
  ShownTie,
  NamedPerson,
  z.object({ shown: z.literal('via'), via: ShownTie, rings: z.union([z.literal(2), z.literal(3)]) }),
  z.object({ shown: z.literal('somebody') }),
])
export type ShownPerson = z.infer<typeof ShownPerson>

/** A person further along a chain than my own tie: named if open, else a hollow ring. */
export const ChainLink = z.discriminatedUnion('shown', [
  NamedPerson,
  z.object({ shown: z.literal('hollow') }),
])
export type ChainLink = z.infer<typeof ChainLink>

/** How something reached me: my tie, then up to two further persons, the author last. */
export const ShownChain = z.object({ tie: ShownTie, beyond: z.array(ChainLink).max(2) })
export type ShownChain = z.infer<typeof ShownChain>

export const Me = z.object({
  id: PersonId,
  handle: z.string(),
  name: z.string(),
  email: z.string(),
  /** The version of my photo. */
  photo: z.uuid().nullable(),
  language: Language.nullable(),
  timeZone: z.string(),
  /** Whether I may be named beyond my ties. */
  open: z.boolean(),
  /** Whether things may travel on through me. */
  carries: z.boolean(),
  /** Whether a stranger finds me by my exact handle. */
  findable: z.boolean(),
  /** Whether I am told once a week of somebody whom I could turn to. */
  care: z.boolean(),
  /** Whether I am reminded of what others ask when I mostly write about what is mine. */
  navelCheck: z.boolean(),
  /** Whether I am told when the letter of a season is there. */
  letters: z.boolean(),
  operator: z.boolean(),
  /** Whether this account is one of the demo village's. */
  demo: z.boolean(),
  tieCount: z.int(),
})
export type Me = z.infer<typeof Me>

export const ChangeMe = z
  .strictObject({
    name: line(LIMITS.name),
    handle: Handle,
    language: Language.nullable(),
    timeZone: z.string().max(60).refine(isTimeZone, { error: 'not a time zone' }),
    open: z.boolean(),
    carries: z.boolean(),
    findable: z.boolean(),
    care: z.boolean(),
    navelCheck: z.boolean(),
    letters: z.boolean(),
  })
  .partial()
export type ChangeMe = z.infer<typeof ChangeMe>

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name }).format()
    return true
  } catch {
    return false
  }
}

/** My side of a tie. */
export const TieView = z.object({
  id: TieId,
  person: ShownTie,
  circles: z.array(CircleId),
  paused: z.boolean(),
  since: z.iso.datetime(),
  /** The person came by my invitation and I have not yet said that it is the right one. */
  awaitsConfirmation: z.boolean(),
  /** My answer to this person's offers; null as long as I was not asked or did not answer. */
  offers: z.enum(['yes', 'no']).nullable(),
})
export type TieView = z.infer<typeof TieView>

import { z } from 'zod'
import { CircleId, InvitationId, LinkSecret, PostId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Closeness, Language } from './people.ts'
import { Interest, SubjectFacts, Verdict, Words } from './recommendations.ts'
import { prose } from './text.ts'

/** A personal link for one person. Circles and closeness are the inviter's private note, applied when confirmed. */
export const MakeInvitation = z.strictObject({
  note: prose(LIMITS.note).nullable(),
  enclosures: z.array(PostId).max(LIMITS.enclosures),
  circles: z.array(CircleId).max(LIMITS.circles),
  closeness: Closeness.nullable(),
  /** "We are sitting together": ten minutes, and the circles apply at once. */
  sittingTogether: z.boolean(),
})
export type MakeInvitation = z.infer<typeof MakeInvitation>

export const InvitationState = z.enum(['live', 'used', 'revoked', 'expired'])
export type InvitationState = z.infer<typeof InvitationState>

/** My invitation. `secret` is answered once, when it is made. */
export const Invitation = z.object({
  id: InvitationId,
  secret: LinkSecret.nullable(),
  state: InvitationState,
  note: z.string().nullable(),
  enclosures: z.array(PostId),
  circles: z.array(CircleId),
  closeness: Closeness.nullable(),
  sittingTogether: z.boolean(),
  made: z.iso.datetime(),
  expires: z.iso.datetime(),
  /** Who accepted it, while that tie lives. */
  acceptedBy: z.object({ tie: z.uuid(), name: z.string(), confirmed: z.boolean() }).nullable(),
})
export type Invitation = z.infer<typeof Invitation>

export const Invitations = z.object({ invitations: z.array(Invitation) })
export type Invitations = z.infer<typeof Invitations>

/** A recommendation as it stood when it was enclosed. */
export const Enclosure = z.object({
  subject: SubjectFacts,
  verdict: Verdict,
  interest: Interest.nullable(),
  words: Words,
  /** The language of the words. */
  language: Language,
})
export type Enclosure = z.infer<typeof Enclosure>

/** What the bearer of a link sees, with or without an account. A link that is not live says so and shows nothing else. */
export const InvitationPage = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('live'),
    inviter: z.object({ name: z.string() }),
    note: z.string().nullable(),
    enclosures: z.array(Enclosure),
    expires: z.iso.datetime(),
    /** The one who looks is the inviter. */
    mine: z.boolean(),
  }),
  /** `byMe`: the one who looks is who accepted it. */
  z.object({ state: z.literal('used'), byMe: z.boolean() }),
  z.object({ state: z.enum(['revoked', 'expired']) }),
])
export type InvitationPage = z.infer<typeof InvitationPage>

import { z } from 'zod'
import { Wish } from './asks.ts'
import { GuestAnswerId, LinkSecret, PostId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Language } from './people.ts'
import { Interest, Words } from './recommendations.ts'
import { line, prose } from './text.ts'

/** The link of an open ask of mine. `secret` is answered once, when it is made. */
export const AskLink = z.object({ secret: LinkSecret.nullable(), made: z.iso.datetime() })
export type AskLink = z.infer<typeof AskLink>

/** Null where no link to my ask leads anywhere. */
export const OwnAskLink = z.object({ link: AskLink.nullable() })
export type OwnAskLink = z.infer<typeof OwnAskLink>

/** What the bearer of a link sees of an ask, with or without an account. */
export const AskByLink = z.object({
  asker: z.object({ firstName: z.string() }),
  wish: Wish.omit({ placeId: true }),
  /** The last day on which it is open, at its author's place. */
  until: z.iso.date(),
  /** The language of the words. */
  language: Language,
  /** The ask itself, where the one who looks has an account by which he may see it; else null. */
  post: PostId.nullable(),
})
export type AskByLink = z.infer<typeof AskByLink>

/** What a guest knows, of the kind that is sought: for whoever asks, and for nobody else. */
export const GiveGuestAnswer = z.strictObject({
  title: line(LIMITS.title),
  place: line(LIMITS.place).nullable(),
  why: prose(LIMITS.why),
  interest: Interest,
  interestWords: Words.shape.interestWords,
  link: Words.shape.link,
  contact: Words.shape.contact,
  /** Who says so, if he wants to say who he is. */
  name: line(LIMITS.name).nullable(),
  /** The language that it is written in. */
  language: Language,
})
export type GiveGuestAnswer = z.infer<typeof GiveGuestAnswer>

/** What is kept by whoever answered, to take the answer with him when he joins. It is answered once. */
export const GuestClaim = z.object({ claim: LinkSecret })
export type GuestClaim = z.infer<typeof GuestClaim>

/** What came by the link of my ask, from somebody of whom Kith knows nothing. */
export const GuestAnswer = z.object({
  id: GuestAnswerId,
  title: z.string(),
  place: z.string().nullable(),
  why: z.string(),
  interest: z.enum(['none', 'connected']),
  interestWords: z.string().nullable(),
  link: z.string().nullable(),
  contact: z.string().nullable(),
  name: z.string().nullable(),
  language: Language,
  at: z.iso.datetime(),
})
export type GuestAnswer = z.infer<typeof GuestAnswer>

/** The earliest first. */
export const GuestAnswers = z.object({ answers: z.array(GuestAnswer) })
export type GuestAnswers = z.infer<typeof GuestAnswers>

export const ClaimGuestAnswer = z.strictObject({ claim: LinkSecret })
export type ClaimGuestAnswer = z.infer<typeof ClaimGuestAnswer>

/** The note that it became, in my notebook. */
export const ClaimedAnswer = z.object({
  recommendation: PostId,
  /** The ask that it was given to, where that is open and I may see it: I could answer with the note. */
  ask: PostId.nullable(),
})
export type ClaimedAnswer = z.infer<typeof ClaimedAnswer>

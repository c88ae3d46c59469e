import { z } from 'zod'
import { CircleId, ClubId, PersonId, PostId, SubjectId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { SUBJECT_KINDS } from './lists.ts'
import { Language, NamedPerson, ShownChain, ShownPerson, ShownTie } from './people.ts'
import { Photo } from './photos.ts'
import { PlaceId } from './places.ts'
import { line, prose } from './text.ts'

export const SubjectKind = z.enum(SUBJECT_KINDS)
export type SubjectKind = z.infer<typeof SubjectKind>

export const Verdict = z.enum(['recommend', 'against'])
export type Verdict = z.infer<typeof Verdict>

/** Whether the author has an interest of his own: the first thing on a card, part of the post for ever. */
export const Interest = z.enum(['none', 'connected', 'paid'])
export type Interest = z.infer<typeof Interest>

export const Basis = z.enum(['own', 'heard'])
export type Basis = z.infer<typeof Basis>

export const Onward = z.union([z.literal(0), z.literal(1), z.literal(2)])
export type Onward = z.infer<typeof Onward>

/** Any of all ties, circles and single ties, minus excepted ties. */
export const TiesAudience = z.strictObject({
  form: z.literal('ties'),
  all: z.boolean(),
  circles: z.array(CircleId).max(LIMITS.circles),
  singles: z.array(PersonId).max(LIMITS.singles),
  excepted: z.array(PersonId).max(LIMITS.singles),
})
export type TiesAudience = z.infer<typeof TiesAudience>

/** Whom a post is for. Circles and persons are the author's own; a club is one that he is in, and stands alone. */
export const Audience = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('notebook') }),
  TiesAudience,
  z.strictObject({ form: z.literal('club'), club: ClubId }),
])
export type Audience = z.infer<typeof Audience>

/** Whom a post of mine is for by now: once I am not in its club any more, nobody but me. */
export const StandingAudience = z.discriminatedUnion('form', [
  ...Audience.options,
  z.strictObject({ form: z.literal('leftClub') }),
])
export type StandingAudience = z.infer<typeof StandingAudience>

/** The class of an audience, which is all that a reader learns of it. */
export const AudienceClass = z.enum(['me', 'chosen', 'circles', 'club', 'onward'])
export type AudienceClass = z.infer<typeof AudienceClass>

/** What a subject is called in the post at hand: a subject has no facts of its own. */
export const SubjectFacts = z.strictObject({
  kind: SubjectKind,
  title: line(LIMITS.title),
  place: line(LIMITS.place).nullable(),
  /** The entry of the gazetteer that the author picked; absent where the place is free text alone. */
  placeId: PlaceId.optional(),
  /** Who made a film or a book. */
  creator: line(LIMITS.creator).nullable(),
  year: z.int().min(1000).max(2100).nullable(),
  /** What a craftsman does, and how far he comes. */
  trade: line(LIMITS.detail).nullable(),
  region: line(LIMITS.detail).nullable(),
  /** What somebody is wanted for, and in which field of work. */
  role: line(LIMITS.detail).nullable(),
  field: line(LIMITS.detail).nullable(),
})
export type SubjectFacts = z.infer<typeof SubjectFacts>

export const Subject = SubjectFacts.extend({ id: SubjectId })
export type Subject = z.infer<typeof Subject>

/** Whether a job fills the week. */
export const Hours = z.enum(['full', 'part'])
export type Hours = z.infer<typeof Hours>

function isNear(day: string): boolean {
  return day >= '2000-01-01' && day <= '2100-12-31'
}

/** The words of a recommendation: they may be edited, with history. */
export const Words = z.strictObject({
  why: prose(LIMITS.why).nullable(),
  forWhom: line(LIMITS.fit).nullable(),
  notForWhom: line(LIMITS.fit).nullable(),
  basis: Basis,
  when: line(LIMITS.detail).nullable(),
  price: line(LIMITS.detail).nullable(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(LIMITS.link)
    .nullable(),
  contact: line(LIMITS.contact).nullable(),
  interestWords: line(LIMITS.interestWords).nullable(),
  /** Whether a paid post looks for partners. Nothing else may. */
  partnersSought: z.boolean(),
  /** For what occasion a restaurant is right. */
  occasion: line(LIMITS.detail).nullable(),
  hours: Hours.nullable(),
  /** The last day of a job, at its author's place; from the next day on it exists for the author alone. */
  ends: z.iso.date().refine(isNear, 'is too far away').nullable(),
})
export type Words = z.infer<typeof Words>

/** `about` names an existing subject that the writer hears, wrote about or was addressed with; else it is something new. */
export const MakeRecommendation = z.strictObject({
  about: SubjectId.nullable(),
  subject: SubjectFacts,
  verdict: Verdict,
  /** Required without a default, except in the notebook, where null means not yet said. */
  interest: Interest.nullable(),
  words: Words,
  audience: Audience,
  onward: Onward,
  /** A tie of mine whom I recommend for a job: he is asked first. Not in the notebook. */
  candidate: PersonId.optional(),
  /** Somebody's ask that it answers: it is addressed to whoever asks, whatever its audience. */
  answers: PostId.optional(),
  /** The language that it is written in. */
  language: Language,
})
export type MakeRecommendation = z.infer<typeof MakeRecommendation>

/**
 * Subject and verdict are fixed; interest may only rise. Narrowing works at once. A candidate who said yes is asked again
 * when what is said of him changes, or when more than those whom he was told of are to read it.
 */
export const ChangeRecommendation = z
  .strictObject({
    words: Words,
    interest: Interest,
    audience: Audience,
    onward: Onward,
    stillTrue: z.literal(true),
    /** A job that is filled is over from now on; one that is not after all lasts until its end. */
    filled: z.boolean(),
    /**
     * Somebody else is a new question. Null takes it back: unless an audience is said as well, the recommendation lies in
     * the notebook then.
     */
    candidate: PersonId.nullable(),
  })
  .partial()
export type ChangeRecommendation = z.infer<typeof ChangeRecommendation>

/** Whom a recommendation puts forward for a job: by name for his own ties, “somebody” for all others. */
export const Candidate = z.object({
  person: ShownPerson,
  /** Whether he said yes. Until then nobody but the author and he reads it. */
  agreed: z.boolean(),
  /** When what I am asked about came to be what it is; null where it is not me. */
  asked: z.iso.datetime().nullable(),
})
export type Candidate = z.infer<typeof Candidate>

/** Yes is to what was asked at that moment, and can be taken back at any time. No is final, and cannot be told from silence. */
export const AnswerCandidacy = z.strictObject({ agreed: z.boolean(), asked: z.iso.datetime() })
export type AnswerCandidacy = z.infer<typeof AnswerCandidacy>

/** One recommender's post as a reader sees it. */
export const Voice = z.object({
  post: PostId,
  person: ShownPerson,
  /** How it reached me; null for my own, an addressed or a club's post. */
  chain: ShownChain.nullable(),
  way: z.enum(['own', 'chain', 'addressed', 'club']),
  subject: Subject,
  verdict: Verdict,
  interest: Interest.nullable(),
  words: Words,
  photo: Photo.nullable(),
  language: Language,
  created: z.iso.datetime(),
  /** When the author last said that it is still true; null if never. */
  stillTrue: z.iso.datetime().nullable(),
  /** Not confirmed for longer than its kind allows: it fades, and says so. */
  fading: z.boolean(),
  edited: z.boolean(),
  audience: AudienceClass,
  /** The club that it is for, where I am in it. */
  club: z.object({ id: ClubId, name: z.string() }).nullable(),
  /** Why I want to find it again; null where I do not remember it. */
  remembered: z.object({ reason: z.string().nullable() }).nullable(),
  /** What I said when I thanked for it; null where I did not. */
  thanked: z.object({ words: z.string().nullable() }).nullable(),
  /** Null where it puts nobody forward for a job. */
  candidate: Candidate.nullable(),
})
export type Voice = z.infer<typeof Voice>

/** What only its author sees of a post. */
export const OwnSide = z.object({
  audience: StandingAudience,
  onward: Onward,
  /** From when on it exists for its author alone; null if for as long as it stands. */
  expires: z.iso.datetime().nullable(),
})
export type OwnSide = z.infer<typeof OwnSide>

/** My own recommendation, with what only its author sees. */
export const OwnRecommendation = z.object({
  voice: Voice,
  ...OwnSide.shape,
})
export type OwnRecommendation = z.infer<typeof OwnRecommendation>

export const OwnRecommendations = z.object({
  recommendations: z.array(OwnRecommendation),
  cursor: z.string().nullable(),
})
export type OwnRecommendations = z.infer<typeof OwnRecommendations>

/** What GET of one recommendation answers: everybody gets the voice, the author the rest too. */
export const ReadRecommendation = z.object({
  voice: Voice,
  own: OwnSide.nullable(),
})
export type ReadRecommendation = z.infer<typeof ReadRecommendation>

export const Edit = z.object({ words: Words, interest: Interest.nullable(), until: z.iso.datetime() })
export type Edit = z.infer<typeof Edit>

/** Earlier words, newest first. */
export const History = z.object({ edits: z.array(Edit) })
export type History = z.infer<typeof History>

/**
 * How a post that I ask for by its id reaches me. Which of several chains it tells does not depend on what others say of
 * each other, so it may be another one than a card's: a card brings its own, the strongest along which I hear it.
 */
export const Why = z.object({
  post: PostId,
  person: ShownPerson,
  chain: ShownChain.nullable(),
  way: z.enum(['own', 'chain', 'addressed', 'club']),
  /** Whether my own settings let me hear what comes this way; how strong it is plays no part. */
  heard: z.boolean(),
  freshness: z.object({
    days: z.int(),
    halfLifeDays: z.int(),
    /** Share of its first weight, in tenths: 10 is fresh. */
    tenths: z.int().min(0).max(10),
  }),
})
export type Why = z.infer<typeof Why>

export const PreviewAudience = z.strictObject({
  /** My own post that is to get this audience: whoever it is addressed to sees it whatever the audience. */
  post: PostId.optional(),
  audience: Audience,
  onward: Onward,
  interest: Interest.nullable(),
  verdict: Verdict,
})
export type PreviewAudience = z.infer<typeof PreviewAudience>

/** Who would see a post: my ties, or the club's members, by name and exactly; beyond them "about" or nothing. */
export const AudiencePreview = z.object({
  ring1: z.array(z.discriminatedUnion('shown', [ShownTie, NamedPerson])),
  about: z.int().nullable(),
})
export type AudiencePreview = z.infer<typeof AudiencePreview>

/** One of my ties, whom I show a post of mine, whatever its audience. */
export const AddressTo = z.strictObject({ to: PersonId })
export type AddressTo = z.infer<typeof AddressTo>

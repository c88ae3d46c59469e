import { z } from 'zod'
import { IntroductionId, PersonId, PostId, ThreadId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Handle, ShownPerson, ShownTie } from './people.ts'
import { Subject, SubjectKind } from './recommendations.ts'
import { line, prose } from './text.ts'

const Line = line(LIMITS.introductionLine)

/** I ask a tie of mine, the broker, to bring me together with somebody whom he has a tie with. */
export const AskIntroduction = z.strictObject({
  broker: PersonId,
  kind: SubjectKind,
  /** What I seek, and why. */
  words: prose(LIMITS.introductionWords),
  /** Whom I mean, if he is shown to me by name through the broker; else the broker chooses. */
  person: Handle.optional(),
  /** The broker's recommendation that made me ask. */
  post: PostId.optional(),
})
export type AskIntroduction = z.infer<typeof AskIntroduction>

const Side = z.strictObject({ person: PersonId, line: Line })

/** I would like to bring two of my ties together, and say to each in a line what is good for him. */
export const BringTogether = z.strictObject({
  kind: SubjectKind,
  sides: z.tuple([Side, Side]).refine(([one, other]) => one.person !== other.person),
})
export type BringTogether = z.infer<typeof BringTogether>

/** To whom I take what I was asked for, with what is good for him; or to somebody who is not here. */
export const OfferIntroduction = z.union([Side, z.strictObject({ outside: z.literal(true) })])
export type OfferIntroduction = z.infer<typeof OfferIntroduction>

/**
 * What I say to an introduction. Nobody can tell "not now" and "never", which is for its whole kind, from silence. "Open" takes
 * back what I said. The broker says yes for somebody who is not here.
 */
export const AnswerIntroduction = z.strictObject({ answer: z.enum(['yes', 'notNow', 'never', 'open']) })
export type AnswerIntroduction = z.infer<typeof AnswerIntroduction>

const Introduction = z.object({
  id: IntroductionId,
  broker: ShownPerson,
  kind: SubjectKind,
  /** When it was made; to whoever it is offered, when it was offered to him. */
  made: z.iso.datetime(),
  /** When all had said yes. */
  accepted: z.iso.datetime().nullable(),
  /** Once all said yes: where the three can write to each other, if I have not left. */
  thread: ThreadId.nullable(),
})

/** One that I asked for. Whatever ends it looks the same, and shows on the same day. */
export const AskedIntroduction = Introduction.extend({
  words: z.string(),
  /** Whom I named, as his name stood there then. */
  wanted: z.string().nullable(),
  state: z.enum(['pending', 'accepted', 'over']),
  until: z.iso.datetime(),
  /** Once all said yes: with whom; nobody if he is not here, and the broker brings us together elsewhere. */
  person: ShownPerson.nullable(),
})
export type AskedIntroduction = z.infer<typeof AskedIntroduction>

/** One that I was asked for, or made of my own accord. I cannot tell an answer other than all yeses from silence. */
export const BrokeredIntroduction = Introduction.extend({
  /** Who asked me, with what he seeks; nobody, and no words, where it was my own idea. */
  asker: ShownPerson.nullable(),
  words: z.string().nullable(),
  /** The tie of mine that he named. */
  wanted: ShownPerson.nullable(),
  /** What of mine made him ask. */
  post: PostId.nullable(),
  /** Whom I offered it to, and what I said. */
  sides: z.array(z.object({ person: ShownPerson, line: z.string() })),
  /** "Declined" is mine, and seen by nobody else. "Outside": I take it to somebody who is not here. */
  state: z.enum(['asked', 'declined', 'outside', 'offered', 'accepted', 'over']),
  until: z.iso.datetime(),
})
export type BrokeredIntroduction = z.infer<typeof BrokeredIntroduction>

/** One that is offered to me. Who the other is I learn once all said yes; until then it is the same however it came about. */
export const OfferedIntroduction = Introduction.extend({
  line: z.string(),
  /** "Waiting": I said yes. */
  state: z.enum(['offered', 'waiting', 'accepted', 'over']),
  person: ShownPerson.nullable(),
})
export type OfferedIntroduction = z.infer<typeof OfferedIntroduction>

/** Mine of the last weeks, each list newest first, and the kinds for which I said never. */
export const Introductions = z.object({
  asked: z.array(AskedIntroduction),
  brokered: z.array(BrokeredIntroduction),
  offered: z.array(OfferedIntroduction),
  never: z.array(SubjectKind),
})
export type Introductions = z.infer<typeof Introductions>

/** A tie of mine asks for what another tie of mine recommends something of. */
export const IntroductionHint = z.object({
  asker: ShownTie,
  ask: z.object({ post: PostId, title: z.string() }),
  kind: SubjectKind,
  helper: ShownTie,
  /** What he recommends, and when he said so. */
  post: PostId,
  subject: Subject,
  said: z.iso.datetime(),
})
export type IntroductionHint = z.infer<typeof IntroductionHint>

/** Whom I could bring together, by what I hear; for me alone. */
export const IntroductionHints = z.object({
  hints: z.array(IntroductionHint).max(LIMITS.introductionHints),
})
export type IntroductionHints = z.infer<typeof IntroductionHints>

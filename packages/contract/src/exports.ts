import { z } from 'zod'
import { OwnAskables } from './askable.ts'
import { AnswersToMe, OwnAsk } from './asks.ts'
import { Circles } from './circles.ts'
import { Clubs } from './clubs.ts'
import { Outcome } from './experience.ts'
import { ClosedForMe, ForMe } from './for-me.ts'
import { HiddenVoices } from './hidden.ts'
import { Imports } from './imports.ts'
import { Introductions } from './introductions.ts'
import { Invitations } from './invitations.ts'
import { Passkeys } from './passkeys.ts'
import { Me } from './people.ts'
import { History, OwnRecommendation } from './recommendations.ts'
import { RememberedPage } from './remembered.ts'
import { Sessions } from './sessions.ts'
import { Telling, ToldDevices } from './telling.ts'
import { ThanksPage } from './thanks.ts'
import { ThreadPage } from './threads.ts'
import { Blocks, TieRequests, Ties } from './ties.ts'
import { ToInviteList } from './to-invite.ts'

/** My words that stand with what others said. With what they stand is not mine: whoever may not see it any more could tell by it. */
export const OwnWords = z.object({
  comments: z.array(z.object({ text: z.string(), at: z.iso.datetime() })),
  outcomes: z.array(z.object({ outcome: Outcome, sentence: z.string().nullable(), at: z.iso.datetime() })),
  thanked: z.array(z.object({ words: z.string().nullable(), at: z.iso.datetime() })),
})
export type OwnWords = z.infer<typeof OwnWords>

/**
 * Everything of mine, and what of others is shown to me now, as it is shown to me. What others keep about me is theirs and
 * not in it: how close they say we are, their circles, blocks and declines.
 */
export const Export = z.object({
  format: z.literal('kith 1'),
  made: z.iso.datetime(),
  me: Me,
  sessions: Sessions.shape.sessions,
  passkeys: Passkeys.shape.passkeys,
  ties: Ties.shape.ties,
  circles: Circles.shape.circles,
  requests: TieRequests,
  invitations: Invitations.shape.invitations,
  toInvite: ToInviteList.shape.toInvite,
  blocks: Blocks.shape.blocks,
  hidden: HiddenVoices,
  closed: ClosedForMe,
  recommendations: z.array(OwnRecommendation.extend(History.shape)),
  asks: z.array(z.object({ ask: OwnAsk, ...AnswersToMe.shape })),
  askables: OwnAskables.shape.askables,
  forMe: ForMe.shape.items,
  remembered: RememberedPage.shape.remembered,
  thanks: ThanksPage.shape.thanks,
  words: OwnWords,
  threads: z.array(ThreadPage.pick({ thread: true, messages: true })),
  introductions: Introductions,
  clubs: Clubs,
  telling: Telling,
  devices: ToldDevices,
  imports: Imports.shape.imports,
})
export type Export = z.infer<typeof Export>

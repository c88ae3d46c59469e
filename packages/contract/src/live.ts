import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** Header of every answer to a write: how far the change log had to be read to see it. Sealed; opaque to the client. */
export const POSITION_HEADER = 'kith-position'
/** Header of a request: the positions of the client's last writes, comma-separated, at most `LIMITS.positions`. */
export const AFTER_HEADER = 'kith-after'

const Position = z.string().max(200)

/** What the client says on the websocket. */
export const LiveRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    /** Where the last connection stopped; absent on the first. */
    after: Position.nullable(),
    writes: z.array(Position).max(LIMITS.positions).optional(),
  }),
  z.strictObject({ type: z.literal('pong') }),
])
export type LiveRequest = z.infer<typeof LiveRequest>

/**
 * What changed, by kind and never by content: the client fetches again through the same API.
 * `post`: somebody's post that I hear, new or changed. `gone`: a post that I may no longer see.
 * The others say which list of my own is out of date.
 */
export const LiveChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), id: z.uuid() }),
  z.object({ kind: z.literal('gone'), id: z.uuid() }),
  z.object({ kind: z.literal('feed') }),
  z.object({ kind: z.literal('ties') }),
  z.object({ kind: z.literal('requests') }),
  z.object({ kind: z.literal('circles') }),
  z.object({ kind: z.literal('clubs') }),
  z.object({ kind: z.literal('invitations') }),
  z.object({ kind: z.literal('introductions') }),
  z.object({ kind: z.literal('notifications') }),
  z.object({ kind: z.literal('threads') }),
  z.object({ kind: z.literal('me') }),
])
export type LiveChange = z.infer<typeof LiveChange>

/** What the server says. `refetch`: the position is too old, or too much changed; fetch everything shown again. */
export const LiveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), position: Position }),
  z.object({ type: z.literal('changes'), position: Position, changes: z.array(LiveChange) }),
  z.object({ type: z.literal('refetch'), position: Position }),
  z.object({ type: z.literal('ping') }),
])
export type LiveMessage = z.infer<typeof LiveMessage>

/** Why the server closes a websocket: codes of the private range, with the same words as reason. */
export const LIVE_CLOSE = {
  signed_out: 4401,
  message_unknown: 4400,
  consumer_too_slow: 4408,
  going_down: 4503,
} as const

import { z } from 'zod'
import { MessageId, ThreadId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { ShownPerson } from './people.ts'
import { Photo } from './photos.ts'
import { prose } from './text.ts'

export const MessageText = prose(LIMITS.message)

export const WriteMessage = z.strictObject({ text: MessageText })
export type WriteMessage = z.infer<typeof WriteMessage>

/** What somebody wrote in a thread: words, a photo, or a photo with words. Its bytes are asked for apart. */
export const Message = z.object({
  id: MessageId,
  person: ShownPerson,
  text: z.string().nullable(),
  photo: Photo.pick({ width: true, height: true }).nullable(),
  at: z.iso.datetime(),
})
export type Message = z.infer<typeof Message>

/** A thread as one of its members has it. Nothing of it tells what the others did but write. */
export const Thread = z.object({
  id: ThreadId,
  /** Everybody else in it; its parties are named to each other. */
  others: z.array(ShownPerson),
  /** Whether anything may be written: not after the end of the tie. */
  writable: z.boolean(),
  /** Somebody else wrote what I have not read. */
  unread: z.boolean(),
  /** The newest message that I have. */
  last: Message.nullable(),
})
export type Thread = z.infer<typeof Thread>

/** Those in which I have something to read: unread first, then the newest first. */
export const Threads = z.object({ threads: z.array(Thread), cursor: z.string().nullable() })
export type Threads = z.infer<typeof Threads>

export const OpenedThread = Thread.pick({ id: true })
export type OpenedThread = z.infer<typeof OpenedThread>

/** The newest messages, the newest first; the cursor leads to earlier ones. */
export const ThreadPage = z.object({
  thread: Thread,
  messages: z.array(Message),
  cursor: z.string().nullable(),
})
export type ThreadPage = z.infer<typeof ThreadPage>

/** I have read up to this message. Nobody is told. */
export const ReadThread = z.strictObject({ message: MessageId })
export type ReadThread = z.infer<typeof ReadThread>

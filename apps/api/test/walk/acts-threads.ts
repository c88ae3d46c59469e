import { isWritable } from '../world-facts.ts'
import { openThread, writeIn } from '../world-threads.ts'
import { isInThread, type KnownThread } from '../world-together.ts'
import { anyPerson } from './acts-people.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, anyTie, type Walked } from './walk-state.ts'

/** Somebody writes to a tie of his. */
export const write: Act = actOn(
  (walked) => {
    const by = anyPerson(walked)
    const other = by === undefined ? undefined : anyTie(walked, by)
    return by === undefined || other === undefined ? undefined : { by, other }
  },
  async ({ cast }, { by, other }) => writeIn(cast, await openThread(cast, by, other), by),
)

/** Either of two goes on writing, as long as they have a tie; of three whoever is there. */
export const answer: Act = actOn(
  (walked) => anyMembership(walked, (thread) => isWritable(walked.facts, thread)),
  ({ cast }, { thread, by }) => writeIn(cast, thread, by),
)

export const read: Act = actOn(
  (walked) => anyMembership(walked, ({ messages }) => messages.length > 0),
  async ({ cast }, { thread, by }) => {
    const message = thread.messages.at(-1)?.id
    const answered = await cast.client(by).post(`/api/threads/${thread.id}/read`, { message })
    // Whoever has left has no such message.
    if (answered.status !== 404) cast.done(answered)
  },
)

/** What was said stays with the others; of two the account keeps it for both. */
export const leave: Act = actOn(anyMembership, async ({ cast }, { thread, by }) => {
  cast.done(await cast.client(by).delete(`/api/threads/${thread.id}`))
  if (thread.people.length > 2) thread.gone.add(by)
})

export const remove: Act = actOn(anyMessage, async ({ cast }, { thread, message }) => {
  cast.done(await cast.client(message.by).delete(`/api/messages/${message.id}`))
  thread.messages.splice(thread.messages.indexOf(message), 1)
})

function anyMembership(
  { facts, dice }: Walked,
  isWanted: (thread: KnownThread) => boolean = () => true,
): { thread: KnownThread; by: string } | undefined {
  return anyOf(
    dice,
    facts.threads
      .filter(isWanted)
      .flatMap((thread) =>
        thread.people.filter((by) => isInThread(thread, by)).map((by) => ({ thread, by })),
      ),
  )
}

/** Something that was written, and where. */
export function anyMessage({ facts, dice }: Walked) {
  return anyOf(
    dice,
    facts.threads.flatMap((thread) => thread.messages.map((message) => ({ thread, message }))),
  )
}

import { Message, OpenedThread } from '@kith/contract'
import { expectBody } from './api-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'
import { type KnownThread } from './world-together.ts'
import { token } from './world-words.ts'

/** The thread of somebody of the cast and a tie of his. */
export async function openThread(cast: Cast, by: string, other: string): Promise<KnownThread> {
  const tie = cast.facts.ties.get(pairOf(by, other)) ?? ''
  const opened = cast.done(await cast.client(by).post(`/api/ties/${tie}/thread`))
  const { id } = expectBody(OpenedThread, opened)
  const known = cast.facts.threads.find((one) => one.id === id)
  if (known !== undefined) return known
  const made: KnownThread = { id, people: [by, other], gone: new Set(), messages: [] }
  cast.facts.threads.push(made)
  return made
}

/** Somebody writes a word that stands nowhere else. */
export async function writeIn(cast: Cast, thread: KnownThread, by: string): Promise<void> {
  const word = token()
  const path = `/api/threads/${thread.id}/messages`
  const { id } = expectBody(Message, cast.done(await cast.client(by).post(path, { text: word })))
  thread.messages.push({ id, by, word })
}

/** Two of the cast have written to each other. */
export async function talk(cast: Cast, one: string, other: string): Promise<void> {
  const thread = await openThread(cast, one, other)
  for (const by of [one, other]) await writeIn(cast, thread, by)
}

/** Among ties, some of whom will be none, or apart. */
export async function makeThreads(cast: Cast): Promise<void> {
  for (const other of ['ben', 'eve', 'bix', 'kit']) await talk(cast, 'ada', other)
  await talk(cast, 'fay', 'ben')
}

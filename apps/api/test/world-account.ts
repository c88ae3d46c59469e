import { ToInviteList } from '@kith/contract'
import { expectBody } from './api-world.ts'
import type { Cast } from './world-cast.ts'
import { token } from './world-words.ts'

/** Everybody has a face. */
export async function makeFaces(cast: Cast, picture: Buffer): Promise<void> {
  for (const key of cast.facts.people.keys()) await cast.face(key, picture)
}

/** Lines of "you can ask me about …" for all, for some, and for one who will be none any more. */
export async function makeAskables(cast: Cast): Promise<void> {
  await cast.askable('ada', { all: true })
  await cast.askable('ada', { circles: ['inner'], singles: ['cal', 'eve', 'bix'] })
  await cast.askable('ada', { all: true, excepted: ['gus', 'kit'] })
  await cast.askable('ben', { circles: ['foreign'] })
  await cast.askable('oda', { all: true })
}

/** Somebody of the cast wants to invite somebody of a name that stands nowhere else. */
export async function wantToInvite(cast: Cast, owner: string): Promise<void> {
  const name = token()
  const answer = await cast.client(owner).post('/api/me/to-invite', { names: [name] })
  cast.done(answer)
  const added = expectBody(ToInviteList, answer).toInvite.find((one) => one.name === name)
  if (added === undefined) throw new Error(`expected ${name} on the list of ${owner}`)
  cast.facts.toInvite.push({ owner, ...added })
}

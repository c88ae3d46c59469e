import type { Cast } from './world-cast.ts'

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

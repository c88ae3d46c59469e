import type { KnownPost } from '../world-facts.ts'
import { liveAsks } from './acts-asks.ts'
import { READERS, readersOf } from './walk-readers.ts'
import { WALKED } from './walk-routes.ts'
import { anyOf, livePosts, peopleOf, type Walked } from './walk-state.ts'

// Who stands so to a post is let try every route that names one; whoever may do what it does is let read alone.
const OUTSIDERS: readonly string[] = ['anonymous', 'ex-tie', 'blocked', 'left out', 'stranger']

const ROUTES = Object.keys(WALKED).filter((route) => /\/(?:recommendations|asks)\/\{id\}/.test(route))

/** Every route that names a post, by every kind of reader who must have asked it: `GET /api/… as ex-tie`. */
export const READINGS: readonly string[] = ROUTES.flatMap((route) =>
  READERS.filter((reader) => route.startsWith('GET') || OUTSIDERS.includes(reader)).map((reader) =>
    readingOf(route, reader),
  ),
)

/** Which readings it is when this viewer asks that route about a post. */
export function readingsOf(
  walked: Walked,
  viewer: string | undefined,
  route: string,
  post: KnownPost,
): string[] {
  return readersOf(walked, viewer, post).map((reader) => readingOf(route, reader))
}

/** A route, a post, and somebody who stands to it as nobody yet did who asked that route; undefined if the draw finds none. */
export function anyNewReading(
  walked: Walked,
  read: ReadonlyMap<string, number>,
): { viewer: string | undefined; route: string; about: KnownPost } | undefined {
  const { dice } = walked
  const left = new Set(READINGS.filter((reading) => !read.has(reading)))
  if (left.size === 0) return undefined
  const viewer = dice.chance(0.1) ? undefined : dice.pick(peopleOf(walked))
  const found = [...livePosts(walked), ...liveAsks(walked)].flatMap((about) =>
    readersOf(walked, viewer, about).flatMap((reader) =>
      ROUTES.filter(
        (route) => left.has(readingOf(route, reader)) && isAboutAsks(route) === 'answers' in about,
      ).map((route) => ({ viewer, route, about })),
    ),
  )
  return anyOf(dice, found)
}

function isAboutAsks(route: string): boolean {
  return route.includes('/asks/')
}

function readingOf(route: string, reader: string): string {
  return `${route} as ${reader}`
}

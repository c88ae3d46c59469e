import { KINDS, type PageRequest, type TrustGraph, UNFILTERED } from '@kith/trust-graph'
import { seconds } from '../src/graph/voice-reader.ts'
import type { RandomWorld } from './random-world.ts'

/** Everything that an engine says about a world, so that two engines can be compared. */
export function answersOf(engine: TrustGraph, { people, posts, circles }: RandomWorld, at: Date) {
  const now = seconds(at)
  const everybody = people.map(({ no }) => no)
  return {
    posts: posts.map((post) => engine.whoHears(post, everybody, now)),
    viewers: people.map(({ no: viewer }) => ({
      reach: engine.reach(viewer),
      seen: posts.map((post) => engine.maySee(viewer, post, now)),
      heard: engine.hearsAmong(viewer, posts, now),
      questions: engine.offerQuestions(viewer, now),
      pages: pageRequests(now).map((request) => engine.page(viewer, request)),
      circles: circles.map(({ no }) =>
        engine.preview(viewer, { form: 'ties', all: false, circles: [no], singles: [], excepted: [] }, 2),
      ),
    })),
  }
}

function pageRequests(now: number): PageRequest[] {
  const whole: PageRequest = {
    lane: 'feed',
    order: 'ranked',
    asOf: now,
    highestPost: 2 ** 31 - 1,
    ...UNFILTERED,
    after: undefined,
    limit: 1_000,
  }
  return [
    whole,
    { ...whole, order: 'newest' },
    { ...whole, lane: 'offers' },
    { ...whole, ownExperience: true },
    ...KINDS.map((kind) => ({ ...whole, kinds: new Set([kind]) })),
  ]
}

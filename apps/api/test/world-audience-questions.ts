import { memberOf } from './world-facts.ts'
import {
  type Asker,
  get,
  IDS,
  NOBODY,
  type Probe,
  type Prober,
  perPost,
  post,
  type Questions,
  strangersTo,
} from './world-probes.ts'
import { isOwn } from './world-rules.ts'

/** Whom an audience names. */
export interface AudienceWish {
  readonly circles?: readonly string[]
  readonly singles?: readonly string[]
  readonly excepted?: readonly string[]
}

/** How who can see a recommendation is asked for. */
export const AUDIENCE_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/recommendations/{id}/audience': perPost(isOwn, (id) =>
    get(`/api/recommendations/${id}/audience`),
  ),
  'GET /api/recommendations/{id}/audience/history': perPost(isOwn, (id) =>
    get(`/api/recommendations/${id}/audience/history`),
  ),
  'POST /api/audience/preview': (asker) => [
    foreignAudiences(asker, (audience) => preview(audience)),
    ...perPost(isOwn, (id) => preview({}, { post: id }))(asker),
  ],
}

/** All ties, and whom else is wished. */
export function audienceOf(wish: AudienceWish) {
  return { form: 'ties', all: true, circles: [], singles: [], excepted: [], ...wish }
}

/** An audience may name nobody but one's own ties and circles. */
export function foreignAudiences(asker: Asker, probe: (audience: AudienceWish) => Probe): Questions {
  const strangers = strangersTo(asker).map((key) => memberOf(asker.facts, key).client.me.id)
  const own = new Set(IDS.circlesOf(asker))
  const circles = IDS.circles(asker.facts).filter((id) => !own.has(id))
  return {
    unknown: probe({ singles: [NOBODY] }),
    nothing: [
      ...strangers.flatMap((id) => [probe({ singles: [id] }), probe({ excepted: [id] })]),
      ...circles.map((id) => probe({ circles: [id] })),
    ],
  }
}

function preview(audience: AudienceWish, more: Record<string, unknown> = {}): Probe {
  const travelling = { audience: audienceOf(audience), onward: 1, interest: 'none', verdict: 'recommend' }
  return post('/api/audience/preview', { ...travelling, ...more })
}

import { memberOf, pairOf, tiesOf } from './world-facts.ts'
import { hasIntroduction, isBrokers, isParty, namesParty } from './world-introductions.ts'
import {
  type Asker,
  get,
  NOBODY,
  type Prober,
  perId,
  post,
  put,
  type Questions,
  reads,
  remove,
} from './world-probes.ts'
import { namesOf } from './world-rules.ts'
import { type KnownIntroduction } from './world-together.ts'

// Of a kind that nobody of the cast asks for.
const WISH = { kind: 'place', words: 'Somebody who knows the way' }

/** How introductions are asked for by whoever has to do with them and whoever has not. */
export const INTRODUCTION_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/introductions': (asker) => [{ something: [get('/api/introductions', introducedTo(asker))] }],
  'GET /api/introductions/hints': reads(get('/api/introductions/hints')),
  'POST /api/introductions': (asker) => [
    {
      unknown: ask(NOBODY),
      nothing: strangersOf(asker).map((id) => ask(id)),
    },
    ...nameSomebody(asker),
  ],
  'POST /api/introductions/brought': (asker) => {
    const [tie] = tiesOf(asker.facts, asker.viewer ?? '')
    if (tie === undefined) return []
    const { id } = memberOf(asker.facts, tie).client.me
    return [{ unknown: bring(id, NOBODY), nothing: strangersOf(asker).map((other) => bring(id, other)) }]
  },
  'POST /api/introductions/{id}/offer': perId(allIds, brokered, (id) =>
    post(`/api/introductions/${id}/offer`, { outside: true }),
  ),
  'PUT /api/introductions/{id}/answer': perId(allIds, answerable, (id) =>
    put(`/api/introductions/${id}/answer`, { answer: 'yes' }),
  ),
  'DELETE /api/introductions/{id}': perId(allIds, removable, (id) => remove(`/api/introductions/${id}`)),
  'POST /api/introductions/{id}/tie-request': perId(allIds, introduced, (id) =>
    post(`/api/introductions/${id}/tie-request`),
  ),
  'DELETE /api/introductions/never/{kind}': ({ facts, viewer }) => [
    {
      refused: ['place', 'film']
        .filter((kind) => !facts.nevers.has(`${viewer} ${kind}`))
        .map((kind) => remove(`/api/introductions/never/${kind}`)),
    },
  ],
}

/** Whom introductions name to somebody, whatever became of their ties. */
export function introducedTo({ facts, viewer }: Asker): string[] {
  if (viewer === null) return []
  return [...facts.people.values()].flatMap(({ key, client: { me } }) =>
    facts.introductions.some((made) => namesParty(facts, viewer, key, made))
      ? [me.id, me.handle, me.name]
      : [],
  )
}

function ask(broker: string, person?: string) {
  return post('/api/introductions', { ...WISH, broker, ...(person === undefined ? {} : { person }) })
}

function bring(one: string, other: string) {
  const sides = [one, other].map((person) => ({ person, line: 'You would like each other' }))
  return post('/api/introductions/brought', { kind: WISH.kind, sides })
}

/** Whoever is not shown by name is an unknown handle. */
function nameSomebody({ facts, viewer }: Asker): Questions[] {
  const [tie] = tiesOf(facts, viewer ?? '')
  if (viewer === null || tie === undefined) return []
  const { id } = memberOf(facts, tie).client.me
  const named = namesOf(facts, viewer)
  const hidden = [...facts.people.values()].filter(({ key }) => !named.has(key))
  return [
    {
      unknown: ask(id, 'nobody-at-all'),
      nothing: hidden.map(({ client }) => ask(id, client.me.handle)),
    },
  ]
}

function strangersOf({ facts, viewer }: Asker): string[] {
  return [...facts.people.values()]
    .filter(({ key }) => !facts.ties.has(pairOf(key, viewer ?? '')))
    .map(({ client }) => client.me.id)
}

function allIds({ introductions }: Asker['facts']): string[] {
  return introductions.map(({ id }) => id)
}

function idsOf(
  { facts, viewer }: Asker,
  isMeant: (made: KnownIntroduction, viewer: string) => boolean,
): string[] {
  if (viewer === null) return []
  return facts.introductions.filter((made) => isMeant(made, viewer)).map(({ id }) => id)
}

function brokered(asker: Asker): string[] {
  return idsOf(asker, (made, viewer) => isBrokers(asker.facts, viewer, made))
}

// What he said to it he may say anew, so that whoever it reached is asked nothing.
function answerable(asker: Asker): string[] {
  return idsOf(
    asker,
    ({ broker, sides }, viewer) =>
      broker === viewer || sides.some(({ who, silent }) => who === viewer && !silent),
  )
}

function removable(asker: Asker): string[] {
  return idsOf(
    asker,
    (made, viewer) =>
      (made.asker === viewer || made.broker === viewer) && hasIntroduction(asker.facts, viewer, made),
  )
}

function introduced(asker: Asker): string[] {
  return idsOf(asker, (made, viewer) => made.thread !== null && isParty(viewer, made))
}

import { Sessions, TieView } from '@kith/contract'
import { expectBody, PASSWORD } from '../api-world.ts'
import { memberOf, pairOf } from '../world-facts.ts'
import { token } from '../world-words.ts'
import { type Act, actOn } from './walk-acts.ts'
import {
  anyOf,
  anyTie,
  forgetTie,
  newKey,
  peopleOf,
  sideOf,
  tieIdOf,
  unsort,
  type Walked,
} from './walk-state.ts'

const MOST_PEOPLE = 14
// Whose a request is that is not there any more.
const NOBODY = 'nobody'
const BLOCK_MS = 7 * 86_400_000

interface Two {
  readonly one: string
  readonly other: string
}

export function anyPerson(walked: Walked): string {
  return walked.dice.pick(peopleOf(walked))
}

function anyTied(walked: Walked): Two | undefined {
  const one = anyPerson(walked)
  const other = anyTie(walked, one)
  return other === undefined ? undefined : { one, other }
}

function isApart({ facts }: Walked, one: string, other: string): boolean {
  return facts.blocks.some(({ by, of }) => pairOf(by, of) === pairOf(one, other))
}

// Two who could become a tie: a stranger's handle is found, and nothing was ever asked between them that still stands.
function anyStrangers(walked: Walked): Two | undefined {
  const { facts, dice } = walked
  const one = anyPerson(walked)
  const others = peopleOf(walked).filter(
    (other) =>
      other !== one &&
      !facts.ties.has(pairOf(one, other)) &&
      !isApart(walked, one, other) &&
      memberOf(facts, other).findable &&
      !facts.requests.some(({ from, to }) => pairOf(from, to) === pairOf(one, other)),
  )
  const other = anyOf(dice, others)
  return other === undefined ? undefined : { one, other }
}

/** Everybody signs up under three words that nobody else has. */
export const signUp: Act = actOn(
  (walked) => (walked.facts.people.size < MOST_PEOPLE ? newKey(walked, 'p') : undefined),
  async ({ cast, dice }, key) =>
    cast.person(key, { open: dice.chance(0.5), carries: dice.chance(0.85), findable: dice.chance(0.85) }),
)

/** Signs in once more; the session before stays what it is. */
export const signIn: Act = actOn(anyPerson, async (walked, key) => {
  const { client, email } = memberOf(walked.facts, key)
  walked.deaf.add(key)
  walked.cast.done(await client.post('/api/auth/sign-in', { email, password: PASSWORD }))
  await rememberSession(walked, key)
})

export const signOut: Act = actOn(anyPerson, async (walked, key) => {
  const { client } = memberOf(walked.facts, key)
  walked.cast.done(await client.post('/api/auth/sign-out'))
  await signInAgain(walked, key)
})

export const endAllSessions: Act = actOn(anyPerson, async (walked, key) => {
  const { client } = memberOf(walked.facts, key)
  walked.cast.done(await client.delete('/api/auth/sessions'))
  await signInAgain(walked, key)
})

/** A session made for this is ended from another one. */
export const endSession: Act = actOn(anyPerson, async (walked, key) => {
  const { client, email } = memberOf(walked.facts, key)
  walked.cast.done(await walked.world.anybody().post('/api/auth/sign-in', { email, password: PASSWORD }))
  const { sessions } = expectBody(Sessions, await client.get('/api/auth/sessions'))
  walked.deaf.add(key)
  for (const { id, current } of sessions)
    if (!current) walked.cast.done(await client.delete(`/api/auth/sessions/${id}`))
})

async function signInAgain(walked: Walked, key: string): Promise<void> {
  const { client, email } = memberOf(walked.facts, key)
  walked.deaf.add(key)
  walked.cast.done(await client.post('/api/auth/sign-in', { email, password: PASSWORD }))
  await rememberSession(walked, key)
}

/** Notes which session somebody has now. */
export async function rememberSession({ facts }: Walked, key: string): Promise<void> {
  const { sessions } = expectBody(Sessions, await memberOf(facts, key).client.get('/api/auth/sessions'))
  facts.sessions.set(key, sessions.find(({ current }) => current)?.id ?? '')
}

export const changeMe: Act = actOn(anyPerson, ({ cast, dice }, key) =>
  cast.change(key, { [dice.pick(['open', 'open', 'carries', 'findable'])]: dice.chance(0.6) }),
)

export const askForTie: Act = actOn(anyStrangers, ({ cast }, { one, other }) => cast.request(one, other))

function anyRequest({ facts, dice }: Walked) {
  return anyOf(
    dice,
    facts.requests.filter(
      ({ waits, from, to }) =>
        waits && !facts.blocks.some(({ by, of }) => pairOf(by, of) === pairOf(from, to)),
    ),
  )
}

export const acceptRequest: Act = actOn(anyRequest, async (walked, request) => {
  const { cast, facts, dice } = walked
  const { from, to, id } = request
  const closeness = dice.pick([null, 1, 3, 4, 5])
  const answer = cast.done(
    await cast.client(to).post(`/api/ties/requests/${id}/accept`, { closeness, circles: [] }),
  )
  unsort(walked, from, to)
  facts.ties.set(pairOf(from, to), expectBody(TieView, answer).id)
  facts.ended.delete(pairOf(from, to))
  facts.requests.splice(facts.requests.indexOf(request), 1)
})

export const declineRequest: Act = actOn(anyRequest, async ({ cast, facts }, request) => {
  cast.done(await cast.client(request.to).post(`/api/ties/requests/${request.id}/decline`))
  facts.requests.splice(facts.requests.indexOf(request), 1, { ...request, waits: false })
})

/** What was withdrawn is nobody's any more. */
export const withdrawRequest: Act = actOn(anyRequest, async ({ cast, facts }, request) => {
  cast.done(await cast.client(request.from).delete(`/api/ties/requests/${request.id}`))
  facts.requests.splice(facts.requests.indexOf(request), 1, { ...request, waits: false, from: NOBODY })
})
export const endTie: Act = actOn(anyTied, async (walked, { one, other }) => {
  await walked.cast.endTie(one, other)
  forgetTie(walked, one, other)
})

export const changeTie: Act = actOn(anyTied, async (walked, { one, other }) => {
  const { cast, facts, dice } = walked
  const own = [...facts.circles.values()].filter(({ owner }) => owner === one)
  const circles = dice.some(own, 0.5)
  const side = sideOf(walked, one, other)
  const offers =
    side.offers === null && dice.chance(0.4) ? dice.pick(['yes', 'yes', 'no'] as const) : undefined
  const change = { closeness: dice.pick([null, 1, 3, 4, 5]), paused: dice.chance(0.2) }
  const body = { ...change, circles: circles.map(({ id }) => id), ...(offers ? { offers } : {}) }
  cast.done(await cast.client(one).send('PATCH', `/api/ties/${tieIdOf(walked, one, other)}`, body))
  Object.assign(side, { paused: change.paused }, offers ? { offers } : {})
  for (const circle of own) circle.members.delete(other)
  for (const circle of circles) circle.members.add(other)
})

export const changeMembers: Act = actOn(
  (walked) => {
    const circle = anyOf(walked.dice, [...walked.facts.circles.values()])
    const tied = circle && peopleOf(walked).filter((key) => walked.facts.ties.has(pairOf(circle.owner, key)))
    return tied && tied.length > 0 ? { circle, tied } : undefined
  },
  async (walked, { circle, tied }) => {
    const add = walked.dice.some(tied, 0.4)
    const remove = tied.filter((key) => !add.includes(key) && walked.dice.chance(0.5))
    const ids = (keys: readonly string[]) => keys.map((key) => tieIdOf(walked, circle.owner, key))
    const body = { add: ids(add), remove: ids(remove) }
    const { cast } = walked
    cast.done(await cast.client(circle.owner).patch(`/api/circles/${circle.id}/members`, body))
    for (const key of add) circle.members.add(key)
    for (const key of remove) circle.members.delete(key)
  },
)

export const makeCircle: Act = actOn(
  (walked) => {
    const owner = anyPerson(walked)
    const own = [...walked.facts.circles.values()].filter((circle) => circle.owner === owner)
    return own.length < 3 ? owner : undefined
  },
  (walked, owner) => walked.cast.circle(newKey(walked, 'circle'), owner, []),
)

export const renameCircle: Act = actOn(
  ({ facts, dice }) => anyOf(dice, [...facts.circles]),
  async ({ cast, facts }, [key, circle]) => {
    const name = token()
    cast.done(await cast.client(circle.owner).patch(`/api/circles/${circle.id}`, { name }))
    facts.circles.set(key, { ...circle, name })
  },
)

export const removeCircle: Act = actOn(
  ({ facts, dice }) => anyOf(dice, [...facts.circles]),
  async ({ cast, facts }, [key, { owner, id }]) => {
    cast.done(await cast.client(owner).delete(`/api/circles/${id}`))
    facts.circles.delete(key)
  },
)

export const block: Act = actOn(
  (walked) => {
    const one = anyPerson(walked)
    const others = peopleOf(walked).filter((other) => other !== one && !isApart(walked, one, other))
    const other = walked.facts.blocks.length < 6 ? anyOf(walked.dice, others) : undefined
    return other === undefined ? undefined : { one, other }
  },
  async (walked, { one, other }) => {
    await walked.cast.block(one, other)
    forgetTie(walked, one, other)
    for (const [at, request] of walked.facts.requests.entries()) {
      if (pairOf(request.from, request.to) !== pairOf(one, other)) continue
      // The blocker's own goes, the other's stays and looks unanswered.
      const from = request.from === one ? NOBODY : request.from
      walked.facts.requests.splice(at, 1, { ...request, from, waits: false })
    }
  },
)

/** A block stands for seven days at least; the walk lets them pass. */
export const unblock: Act = actOn(
  ({ facts, dice, world, started }) =>
    world.clock.at.getTime() - started < 2 * BLOCK_MS ? anyOf(dice, facts.blocks) : undefined,
  async ({ cast, facts, world }, stands) => {
    world.clock.at = new Date(world.clock.at.getTime() + BLOCK_MS)
    cast.done(await cast.client(stands.by).delete(`/api/blocks/${memberOf(facts, stands.of).client.me.id}`))
    facts.blocks.splice(facts.blocks.indexOf(stands), 1)
  },
)

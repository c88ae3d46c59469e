import { openWorld, type WorldOptions } from '../api-world.ts'
import { createDice } from '../dice.ts'
import type { KnownPost } from '../world-facts.ts'
import { GENEROUS, spreadNumbers } from '../world-scene.ts'
import { foundClub } from './acts-club.ts'
import { acceptRequest, askForTie, signUp } from './acts-people.ts'
import { type Asking, askAsOutsider } from './walk-asking.ts'
import { anyNewReading, readingsOf } from './walk-coverage.ts'
import { type Ears, openEars } from './walk-live.ts'
import { Judge } from './walk-oracle.ts'
import { WALKED, type WalkedRoute } from './walk-routes.ts'
import { anyOf, peopleOf, startWalk, type Walked } from './walk-state.ts'

const STEP_MS = 600_000
const FIRST_PEOPLE = 11
const FIRST_TIES = 16
// Of so many people it is found out what they may not see any more.
const LOOKED_AT = 3
// So many states may have passed when a websocket is listened to.
const STEPS_PER_LISTENING = 20
const MANY_TIMES = 12

/** What a walk came upon. */
export interface WalkReport {
  /** Everything that was wrong at the first step at which something was, with seed and step; empty if nothing was. */
  readonly wrong: readonly string[]
  /** Routes that were done, and that were asked, by how often. */
  readonly done: ReadonlyMap<string, number>
  readonly asked: ReadonlyMap<string, number>
  /** How those stood to a post who asked a route for one, as in `READINGS`. */
  readonly read: ReadonlyMap<string, number>
}

export interface WalkOptions extends WorldOptions {
  /** Routes that are done and asked many times as often as the others. */
  readonly often?: readonly string[]
}

/**
 * A walk of so many steps, the same for the same seed but for what the engine was late with: in each step somebody does
 * something, and people of every kind read what he did, first at once and then when the engine is past it.
 */
export async function walk(
  seed: number,
  steps: number,
  { often = [], ...options }: WalkOptions = {},
): Promise<WalkReport> {
  const world = await openWorld({ rates: GENEROUS, prepare: spreadNumbers, ...options })
  const walked = startWalk(world, createDice(seed), new Set(often))
  const tally = {
    done: new Map<string, number>(),
    asked: new Map<string, number>(),
    read: new Map<string, number>(),
  }
  let ears: Ears | undefined
  try {
    await settleIn(walked)
    ears = await openEars(walked)
    const wrong = await takeSteps(walked, { steps, ears, ...tally })
    return { wrong: wrong.map((what) => `seed ${seed}, ${what}`), ...tally }
  } finally {
    ears?.close()
    await world.close()
  }
}

/** People of the first day, with a club and some ties. */
export async function settleIn(walked: Walked): Promise<void> {
  await walked.cast.person('sam')
  while (peopleOf(walked).length < FIRST_PEOPLE) await signUp(walked)
  await foundClub(walked)
  for (let n = 0; n < FIRST_TIES; n++) if (await askForTie(walked)) await acceptRequest(walked)
}

interface States {
  readonly before: Judge
  readonly judge: Judge
}

interface Course {
  readonly steps: number
  readonly ears: Ears
  readonly done: Map<string, number>
  readonly asked: Map<string, number>
  readonly read: Map<string, number>
}

async function takeSteps(walked: Walked, course: Course): Promise<string[]> {
  let before = new Judge(walked)
  let judges = [before]
  for (let step = 1; step <= course.steps; step++) {
    const route = await doSomething(walked, course.done)
    count(course.done, route)
    const judge = new Judge(walked)
    judges.push(judge)
    const wrong = await readAfter(walked, { before, judge }, course)
    before = judge
    if (step % STEPS_PER_LISTENING === 0) {
      wrong.push(...(await course.ears.settle(judges)))
      judges = [judge]
    }
    if (wrong.length > 0) return wrong.map((what) => `step ${step} (${route}): ${what}`)
  }
  return []
}

// Where somebody would ask for a post that he had.
const ABOUT_POSTS = Object.keys(WALKED).filter(
  (route) =>
    route.startsWith('GET /api/recommendations/{id}') ||
    route === 'GET /api/subjects/{id}' ||
    route === 'GET /api/feed',
)

const ACTS = Object.entries(WALKED).filter(([, { act }]) => act !== undefined)

/** Does what is drawn, now and then what was not done yet, or the next thing that there is to do; answers by which route. */
export async function doSomething(walked: Walked, done: ReadonlyMap<string, number>): Promise<string> {
  const { dice } = walked
  const undone = ACTS.filter(([route]) => !done.has(route))
  walked.world.clock.at = new Date(walked.world.clock.at.getTime() + STEP_MS)
  for (;;) {
    const [route, { act }] = draw(walked, undone.length > 0 && dice.chance(0.15) ? undone : ACTS)
    try {
      if (await act?.(walked)) return route
    } catch (error) {
      throw new Error(`expected ${route} to be done`, { cause: error })
    }
  }
}

async function readAfter(walked: Walked, { before, judge }: States, course: Course): Promise<string[]> {
  const ask = async (wish: Pick<Asking, 'viewer' | 'route' | 'about' | 'caughtUp'>) => {
    count(course.asked, wish.route)
    const { wrong, urls } = await askAsOutsider({ walked, judge, ...wish })
    for (const post of [...walked.facts.posts, ...walked.facts.asks])
      if (urls.some((url) => url.includes(post.id)))
        for (const reading of readingsOf(walked, wish.viewer, wish.route, post)) count(course.read, reading)
    const when = wish.caughtUp ? 'caught up' : 'at once'
    return wrong.map((what) => `as ${wish.viewer ?? 'nobody'}, ${when}: ${what}`)
  }
  const lost = anyLost(walked, before, judge)
  const early = await ask(
    lost ? { ...lost, route: walked.dice.pick(ABOUT_POSTS), caughtUp: false } : anyWish(walked, false),
  )
  const routes = Object.entries(WALKED)
  const unasked = routes.filter(([route]) => !course.asked.has(route))
  const left = unasked.length > 0 ? unasked : routes
  const fresh = anyNewReading(walked, course.read) ?? anyWish(walked, true, left)
  const other = anyWish(walked, true, walked.dice.chance(0.2) ? left : routes)
  const wishes = [{ ...fresh, caughtUp: true }, other]
  const late = await Promise.all(wishes.map(ask))
  return [early, ...late].flat()
}

function anyWish(walked: Walked, caughtUp: boolean, of = Object.entries(WALKED)) {
  const { dice } = walked
  const [route] = draw(walked, of)
  const viewer = dice.chance(0.06) ? undefined : dice.pick(peopleOf(walked))
  const wish = { viewer, route, about: undefined, caughtUp }
  return route.startsWith('GET') && route.endsWith('/comments') ? { ...wish, ...anyApart(walked) } : wish
}

/** Somebody who has blocked whoever said something, or was blocked by him: for the others all comments are there. */
function anyApart({ facts, dice }: Walked): { viewer: string; about: KnownPost } | undefined {
  const pairs = facts.blocks.flatMap(({ by, of }) => [
    [by, of],
    [of, by],
  ])
  const apart = pairs.flatMap(([viewer = '', other]) =>
    facts.comments.filter((comment) => comment.by === other).map(({ post }) => ({ viewer, about: post })),
  )
  return dice.chance(0.5) ? anyOf(dice, apart) : undefined
}

/** Somebody who may not see a post any more that he could see a moment ago: the engine may not know it yet. */
function anyLost(
  walked: Walked,
  before: Judge,
  judge: Judge,
): { viewer: string; about: KnownPost } | undefined {
  const { dice, facts } = walked
  const viewers = Array.from({ length: LOOKED_AT }, () => dice.pick(peopleOf(walked)))
  const lost = viewers.flatMap((viewer) =>
    facts.posts
      .filter((about) => before.maySee(viewer, about) && !judge.maySee(viewer, about))
      .map((about) => ({ viewer, about })),
  )
  return anyOf(dice, lost)
}

function draw(
  { dice, often }: Walked,
  of: readonly (readonly [string, WalkedRoute])[],
): readonly [string, WalkedRoute] {
  const weights = of.map(([route, { weight = 1 }]) => (often.has(route) ? MANY_TIMES * weight : weight))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let left = (dice.roll(1_000_000) / 1_000_000) * whole
  const found = of.find((_, at) => {
    left -= weights[at] ?? 0
    return left < 0
  })
  return found ?? dice.pick(of)
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

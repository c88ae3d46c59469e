import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from './api-world.ts'
import { createDice } from './dice.ts'
import * as clubs from './walk/acts-club.ts'
import { settleIn } from './walk/walk.ts'
import { WALKED } from './walk/walk-routes.ts'
import { livePosts, peopleOf, startWalk, type Walked } from './walk/walk-state.ts'
import { GENEROUS } from './world-scene.ts'

/*
 * A club's membership touches no rule but its own, and "Names" inside it: in a world by chance, whoever joins, leaves, is
 * taken out, pauses, hands over or closes, everything else that anybody can read is byte for byte what it was.
 *
 * `KITH_CLUB_SEED` asks for another world.
 */

const SEED = Number(process.env['KITH_CLUB_SEED'] ?? 0) || 11
const ROUNDS = 2
const BUILT = 60
const CHANGED = 25

// What people do otherwise: as long as nobody is in a club, nothing of it is for one.
const BUILDING = Object.entries(WALKED).flatMap(([route, { act, weight = 1 }]) =>
  act && !route.includes('/clubs') && !route.includes('/auth/') ? [{ act, weight }] : [],
)
const MEMBERSHIP = [
  clubs.foundClub,
  clubs.joinByCode,
  clubs.joinByCode,
  clubs.joinByCode,
  clubs.joinByCode,
  clubs.inviteToClub,
  clubs.acceptClub,
  clubs.acceptClub,
  clubs.declineClub,
  clubs.pauseClub,
  clubs.leaveClub,
  clubs.removeMember,
  clubs.handOver,
  clubs.renameClub,
]

let world: World
let walked: Walked

beforeAll(async () => {
  world = await openWorld({ rates: GENEROUS, requestsPerMinute: 1_000_000 })
  walked = startWalk(world, createDice(SEED))
  await settleIn(walked)
  await closeAll()
})

afterAll(() => world.close())

it(`who is in which club changes nothing else, with the seed ${SEED}`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    for (let n = 0; n < BUILT; n++) await buildOn()
    const before = await readAll()
    await clubs.foundClub(walked)
    for (let n = 0; n < CHANGED; ) if (await walked.dice.pick(MEMBERSHIP)(walked)) n++
    expect([...walked.facts.clubs.values()].some(({ members }) => members.size > 1)).toBe(true)
    expect(await readAll()).toEqual(before)
    await closeAll()
    expect(await readAll()).toEqual(before)
  }
})

async function buildOn(): Promise<void> {
  const { act, weight } = walked.dice.pick(BUILDING)
  if (walked.dice.chance(weight / 8)) await act(walked)
}

async function closeAll(): Promise<void> {
  while (await clubs.closeClub(walked)) continue
}

/** By reader and address, all that he gets there. */
async function readAll(): Promise<Record<string, string>> {
  const read = await Promise.all(peopleOf(walked).map(readAs))
  return Object.fromEntries(read.flat())
}

async function readAs(viewer: string): Promise<[string, string][]> {
  const { cast } = walked
  const found: [string, string][] = []
  for (const path of paths()) {
    const { status, text } = await cast.client(viewer).get(`/api${path}`, cast.after())
    // Sealed anew each time.
    found.push([`${viewer} ${path}`, `${status} ${text.replaceAll(/"cursor":"[^"]+"/g, '"cursor"')}`])
  }
  return found
}

function paths(): string[] {
  const lists = [
    '/feed',
    '/feed?order=newest',
    '/feed?lane=offers',
    '/ties',
    '/circles',
    '/blocks',
    '/for-me',
  ]
  const mine = ['/recommendations', '/remembered', '/me/thanks', '/me', '/ties/requests', '/hidden']
  const people = peopleOf(walked).map((key) => `/people/${walked.cast.client(key).me.handle}`)
  const posts = livePosts(walked).flatMap(({ id, subject, words }) => [
    ...['', '/why', '/audience', '/comments', '/history'].map((part) => `/recommendations/${id}${part}`),
    `/subjects/${subject}`,
    `/search?q=${words[0]}`,
  ])
  return [...lists, ...mine, ...people, ...posts]
}

import type { TrustGraph } from '@kith/trust-graph'
import type { Change } from '../changes/change-kinds.ts'
import type { Sql } from '../database/client.ts'
import {
  type Pair,
  type PairRow,
  selectAddressings,
  selectAnswered,
  selectBlocks,
  selectCircles,
  selectHidden,
  selectMemberships,
  selectPeople,
  selectPosts,
  selectTies,
} from './fact-rows.ts'
import { tellAddressing, tellMembership, tellNoTie, tellPerson, tellPost, tellTie } from './graph-telling.ts'

/** Tells the engine what was read. Done at once, so that nobody sees half a batch. */
export type Telling = (engine: TrustGraph) => void

const NOTHING: Telling = () => undefined

/** Reads the rows that these changes name, one statement a kind; what is not there any more is told as absent. */
export async function rereadRows(sql: Sql, changes: readonly Change[]): Promise<Telling> {
  const keys = keysOf(changes)
  const tellings = await Promise.all([
    rereadPeople(sql, keys.people),
    rereadTies(sql, keys.ties),
    rereadBlocks(sql, keys.blocks),
    rereadCircles(sql, keys.circles),
    rereadMemberships(sql, keys.memberships),
    rereadPosts(sql, keys.posts),
    rereadAddressings(sql, keys.addressings),
    rereadAnswered(sql, keys.answers),
    rereadHidden(sql, keys.viewers),
  ])
  return (engine) => {
    for (const tell of tellings) tell(engine)
  }
}

async function rereadPeople(sql: Sql, keys: readonly number[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const rows = await selectPeople(sql, keys)
  const there = new Set(rows.map((row) => row.no))
  return (engine) => {
    for (const row of rows) tellPerson(engine, row)
    for (const no of keys) if (!there.has(no)) engine.setPerson(no, null)
  }
}

async function rereadTies(sql: Sql, keys: readonly Pair[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const rows = await selectTies(sql, keys)
  const there = new Set(rows.map((row) => `${row.low} ${row.high}`))
  return (engine) => {
    for (const row of rows) tellTie(engine, row)
    for (const [low, high] of keys) if (!there.has(`${low} ${high}`)) tellNoTie(engine, [low, high])
  }
}

async function rereadBlocks(sql: Sql, keys: readonly Pair[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const rows = await selectBlocks(sql, keys)
  const stands = pairSet(rows)
  return (engine) => {
    for (const [a, b] of keys) engine.setBlock(a, b, stands.has(`${a} ${b}`))
  }
}

// Of a circle the engine knows only who is in it; whoever is put in or taken out is a change of that side.
async function rereadCircles(sql: Sql, keys: readonly Pair[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const rows = await selectCircles(
    sql,
    keys.map(([, circle]) => circle),
  )
  const there = new Set(rows.map((row) => row.no))
  return (engine) => {
    for (const [owner, circle] of keys) if (!there.has(circle)) engine.removeCircle(owner, circle)
  }
}

async function rereadMemberships(sql: Sql, keys: readonly Pair[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const rows = await selectMemberships(sql, keys)
  const there = pairSet(rows)
  return (engine) => {
    for (const row of rows) tellMembership(engine, row)
    for (const [club, person] of keys)
      if (!there.has(`${club} ${person}`)) engine.setMembership(club, person, null)
  }
}

async function rereadPosts(sql: Sql, keys: readonly number[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const rows = await selectPosts(sql, keys)
  const there = new Set(rows.map((row) => row.no))
  return (engine) => {
    for (const row of rows) tellPost(engine, row)
    for (const no of keys) if (!there.has(no)) engine.setPost(no, null)
  }
}

async function rereadAddressings(sql: Sql, keys: readonly Pair[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const rows = await selectAddressings(sql, keys)
  const there = pairSet(rows)
  return (engine) => {
    for (const row of rows) tellAddressing(engine, row)
    for (const [post, person] of keys)
      if (!there.has(`${post} ${person}`)) engine.setAddressing(post, person, null)
  }
}

async function rereadAnswered(sql: Sql, keys: readonly Pair[]): Promise<Telling> {
  if (keys.length === 0) return NOTHING
  const there = pairSet(await selectAnswered(sql, keys))
  return (engine) => {
    for (const [ask, helper] of keys) engine.setAnswered(ask, helper, there.has(`${ask} ${helper}`))
  }
}

async function rereadHidden(sql: Sql, viewers: readonly number[]): Promise<Telling> {
  if (viewers.length === 0) return NOTHING
  const rows = await selectHidden(sql, viewers)
  return (engine) => {
    for (const { viewer, ...hidden } of rows) engine.setHidden(viewer, hidden)
  }
}

function keysOf(changes: readonly Change[]) {
  const people = new Set<number>()
  const viewers = new Set<number>()
  const posts = new Set<number>()
  const ties = new Map<string, Pair>()
  const blocks = new Map<string, Pair>()
  const circles = new Map<string, Pair>()
  const addressings = new Map<string, Pair>()
  const answers = new Map<string, Pair>()
  const memberships = new Map<string, Pair>()
  const note = (map: Map<string, Pair>, a: number, b: number) => map.set(`${a} ${b}`, [a, b])
  for (const change of changes) {
    switch (change.kind) {
      case 'person':
        people.add(change.a)
        break
      case 'tie':
      case 'side':
        note(ties, Math.min(change.a, change.b), Math.max(change.a, change.b))
        break
      case 'block':
        note(blocks, change.a, change.b)
        note(blocks, change.b, change.a)
        break
      case 'circle':
        note(circles, change.a, change.b)
        break
      case 'hidden':
        viewers.add(change.a)
        break
      case 'post':
        posts.add(change.a)
        break
      case 'addressing':
        note(addressings, change.a, change.b)
        break
      case 'answer':
        note(answers, change.a, change.b)
        break
      case 'membership':
        note(memberships, change.a, change.b)
        break
      case 'clubs':
      case 'requests':
      case 'invitations':
      case 'introductions':
      case 'notification':
      case 'look':
      case 'threads':
      case 'sessions':
        break
    }
  }
  return {
    people: [...people],
    viewers: [...viewers],
    posts: [...posts],
    ties: [...ties.values()],
    blocks: [...blocks.values()],
    circles: [...circles.values()],
    addressings: [...addressings.values()],
    answers: [...answers.values()],
    memberships: [...memberships.values()],
  }
}

function pairSet(rows: readonly PairRow[]): ReadonlySet<string> {
  return new Set(rows.map((row) => `${row.a} ${row.b}`))
}

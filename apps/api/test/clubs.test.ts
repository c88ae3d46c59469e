import { Club, ClubId, ClubMembers, Clubs, LIMITS, TieRequest } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, type Person, tie, type World } from './api-world.ts'
import { clubScene } from './club-scene.ts'

let world: World
const scene = clubScene()
const NO_CLUB = ClubId.parse('00000000-0000-4000-8000-000000000000')

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

function people(...handles: string[]): Promise<Person[]> {
  return Promise.all(handles.map((handle) => world.person(handle)))
}

/** A host with two members, all of them ties of his. */
async function club(mark: string) {
  const [ada, ben, cleo] = await people(`ada-${mark}`, `ben-${mark}`, `cleo-${mark}`)
  if (!ada || !ben || !cleo) throw new Error('expected three people')
  await tie(ada, ben)
  await tie(ada, cleo)
  const { id } = await scene.found(ada)
  await scene.bring(ada, id, ben)
  await scene.bring(ada, id, cleo)
  return { ada, ben, cleo, id, path: `/api/clubs/${id}` }
}

it('whoever founds a club is its host and first member, and it is there for its members alone', async () => {
  const [ada, eve] = await people('ada-1', 'eve-1')
  if (!ada || !eve) throw new Error('expected two people')
  const founded = await ada.post('/api/clubs', { name: ' The choir ', about: 'Sings on Tuesdays' })
  const made = expectBody(Club, founded)
  expect(made).toMatchObject({ name: 'The choir', about: 'Sings on Tuesdays', count: 1, paused: false })
  expect(made.host).toMatchObject({ shown: 'self', name: 'Ada-1' })
  expect((await ada.read(Clubs, '/api/clubs')).clubs).toEqual([made])
  const unknown = await eve.get(`/api/clubs/${NO_CLUB}`)
  expect([unknown.status, unknown.code]).toEqual([404, 'not_found'])
  for (const path of ['', '/members', '/invitations', '/code'])
    expect((await eve.get(`/api/clubs/${made.id}${path}`)).text).toBe(unknown.text)
  expect(await eve.read(Clubs, '/api/clubs')).toEqual({ clubs: [], invitations: [] })
})

it('its host renames it, and nobody else', async () => {
  const { ada, ben, path } = await club('2')
  const renamed = await ada.send('PATCH', path, { name: 'The band', about: 'Loud' }, scene.after())
  expect(expectBody(Club, renamed)).toMatchObject({ name: 'The band', about: 'Loud' })
  expect((await ben.patch(path, { name: 'Mine' })).code).toBe('not_found')
  expect((await ada.patch(path, { name: ' ' })).code).toBe('invalid_input')
  expect(expectBody(Club, await ben.get(path)).name).toBe('The band')
})

it('members are found by typing, page by page, by name', async () => {
  const { ada, id, path } = await club('3')
  await world.database.sql`
    with more as (
      insert into person (id, name, handle, email)
      select gen_random_uuid(), 'Jürgen ' || lpad(n::text, 3, '0'), 'many-' || n, 'many-' || n || '@kith.test'
      from generate_series(1, 60) n returning no
    )
    insert into club_member (club, person, joined_at)
    select (select no from club where id = ${id}), no, now() from more`
  const first = await ada.read(ClubMembers, `${path}/members`)
  expect([first.count, first.members.length]).toEqual([63, LIMITS.membersPage])
  expect(first.members[0]).toMatchObject({ shown: 'self', name: 'Ada-3' })
  expect(first.members[1]).toMatchObject({ shown: 'tie', name: 'Ben-3' })
  expect(first.members[3]).toMatchObject({ shown: 'named', name: 'Jürgen 001' })
  const rest = await ada.read(ClubMembers, `${path}/members?cursor=${first.cursor}`)
  expect([rest.count, rest.members.length, rest.cursor]).toEqual([63, 13, null])
  expect(await scene.names(ada, id, '?q=JURGEN%2001')).toEqual(
    [...Array(10).keys()].map((n) => `Jürgen 01${n}`),
  )
  expect(await scene.names(ada, id, '?q=many-60')).toEqual(['Jürgen 060'])
  expect(await scene.names(ada, id, '?q=nobody')).toEqual([])
  const foreign = await ada.get(`${path}/members?q=x&cursor=${first.cursor}`)
  expect(foreign.code).toBe('cursor_invalid')
})

it('two of whom one blocked the other do not see each other there, nor in any count', async () => {
  const { ada, ben, cleo, id, path } = await club('4')
  scene.wrote(await ben.post('/api/blocks', { person: cleo.me.id }))
  expect(await scene.names(ben, id)).toEqual(['Ada-4', 'Ben-4'])
  expect(await scene.names(cleo, id)).toEqual(['Ada-4', 'Cleo-4'])
  expect(await scene.names(ada, id)).toEqual(['Ada-4', 'Ben-4', 'Cleo-4'])
  expect(expectBody(Club, await cleo.get(path)).count).toBe(2)
  scene.wrote(await ben.post('/api/blocks', { person: ada.me.id }))
  expect(expectBody(Club, await ben.get(path))).toMatchObject({ host: null, count: 1 })
  // Host or not, he cannot reach whom he does not see.
  expect((await ada.delete(`${path}/members/${ben.me.id}`)).code).toBe('not_found')
  const handed = await ada.send('PUT', `${path}/host`, { person: ben.me.id })
  expect(handed.code).toBe('not_found')
})

it('a member leaves, the host stays until he has handed over', async () => {
  const { ada, ben, cleo, id, path } = await club('5')
  expect((await ada.delete(`${path}/membership`)).code).toBe('host_stays')
  expect((await ben.send('PUT', `${path}/host`, { person: ben.me.id })).code).toBe('not_found')
  expect((await ada.send('PUT', `${path}/host`, { person: ada.me.id })).code).toBe('not_found')
  scene.wrote(await ada.send('PUT', `${path}/host`, { person: ben.me.id }))
  expect(expectBody(Club, await cleo.get(path)).host).toMatchObject({ name: 'Ben-5' })
  const left = await ada.delete(`${path}/membership`)
  expect(left.status).toBe(204)
  expect((await ada.get(path)).code).toBe('not_found')
  expect((await ada.delete(`${path}/membership`)).code).toBe('not_found')
  expect(await scene.names(ben, id)).toEqual(['Ben-5', 'Cleo-5'])
})

it('the host takes a member out, whose code and invitations are of no use then', async () => {
  const { ada, ben, cleo, id, path } = await club('6')
  const [dan] = await people('dan-6')
  if (!dan) throw new Error('expected one person')
  await tie(ben, dan)
  const invited = await scene.invite(ben, id, dan)
  const code = await scene.makeCode(ada, id)
  expect((await ben.delete(`${path}/members/${cleo.me.id}`)).code).toBe('not_found')
  scene.wrote(await ada.delete(`${path}/members/${ben.me.id}`))
  expect((await ben.get(path)).code).toBe('not_found')
  expect((await scene.joinBy(ben, code)).code).toBe('code_ended')
  expect(await scene.waiting(dan)).toEqual([])
  expect((await dan.post(`/api/clubs/invitations/${invited.id}/accept`)).code).toBe('not_found')
  expect((await ada.delete(`${path}/members/${ben.me.id}`)).code).toBe('not_found')
})

it('a closed club is gone for everybody, with whatever led into it', async () => {
  const { ada, ben, cleo, id, path } = await club('7')
  const [dan] = await people('dan-7')
  if (!dan) throw new Error('expected one person')
  await tie(ada, dan)
  await scene.invite(ada, id, dan)
  const code = await scene.makeCode(ada, id)
  expect((await ben.delete(path)).code).toBe('not_found')
  expect((await ada.delete(path)).status).toBe(204)
  for (const one of [ada, ben, cleo]) {
    expect((await one.get(path)).code).toBe('not_found')
    expect((await one.read(Clubs, '/api/clubs')).clubs).toEqual([])
  }
  expect(await scene.waiting(dan)).toEqual([])
  expect((await scene.joinBy(dan, code)).code).toBe('code_ended')
})

it('either offers the other a tie from the list, whether he is found by handle or not', async () => {
  const { ada, ben, cleo, path } = await club('8')
  const [eve] = await people('eve-8')
  if (!eve) throw new Error('expected one person')
  await cleo.patch('/api/me', { findable: false })
  expect((await ben.post('/api/ties/requests', { handle: cleo.me.handle })).code).toBe('not_found')
  const offer = (by: Person, to: Person) => by.post(`${path}/members/${to.me.id}/request`)
  expect(expectBody(TieRequest, await offer(ben, cleo)).person.name).toBe('Cleo-8')
  expect((await offer(ben, cleo)).code).toBe('request_exists')
  expect((await offer(cleo, ben)).code).toBe('request_exists')
  expect((await offer(ada, ben)).code).toBe('already_tied')
  const unknown = await offer(ben, eve)
  expect(unknown.code).toBe('not_found')
  expect((await offer(eve, cleo)).text).toBe(unknown.text)
  expect((await offer(ben, ben)).text).toBe(unknown.text)
  await cleo.post('/api/blocks', { person: ben.me.id })
  expect((await offer(ben, cleo)).text).toBe(unknown.text)
})

it('nobody is in more clubs than there is room for', async () => {
  const [ada] = await people('ada-9')
  if (!ada) throw new Error('expected one person')
  const make = () => ada.post('/api/clubs', { name: 'One more', about: null })
  const made = []
  for (let n = 0; n < LIMITS.clubs; n++) made.push((await make()).status)
  expect(new Set(made)).toEqual(new Set([201]))
  expect((await make()).code).toBe('too_many_clubs')
})

import {
  Club,
  type ClubId,
  JoinCodeNow,
  JoinPage,
  LIMITS,
  Notifications,
  SentClubInvitations,
} from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, expectBody, openWorld, type Person, tie, type World } from './api-world.ts'
import { clubScene } from './club-scene.ts'

let world: World
const scene = clubScene()
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

beforeAll(async () => {
  world = await openWorld({ rates: { joinCodePerPerson: { max: 20, seconds: 600 } } })
})

afterAll(() => world.close())

async function three(mark: string): Promise<{ ada: Person; ben: Person; cleo: Person; id: ClubId }> {
  const [ada, ben, cleo] = await Promise.all(
    ['ada', 'ben', 'cleo'].map((one) => world.person(`${one}-${mark}`)),
  )
  if (!ada || !ben || !cleo) throw new Error('expected three people')
  await tie(ada, ben)
  await tie(ada, cleo)
  const { id } = await scene.found(ada, `Choir ${mark}`)
  return { ada, ben, cleo, id }
}

async function sent(by: Person, id: ClubId) {
  return expectBody(SentClubInvitations, await by.get(`/api/clubs/${id}/invitations`, scene.after()))
    .invitations
}

/** As many members as are missing to `count`. */
async function fill(id: ClubId, count: number, mark: string): Promise<void> {
  await world.database.sql`
    with more as (
      insert into person (id, name, handle, email)
      select gen_random_uuid(), 'Many', ${mark} || n, ${mark} || n || '@kith.test'
      from generate_series(1, ${count} - (
        select count(*)::int from club_member m join club c on c.no = m.club where c.id = ${id}
      )) n returning no
    )
    insert into club_member (club, person, joined_at)
    select (select no from club where id = ${id}), no, now() from more`
}

it('a member invites a tie, who learns by whom and to what, and joins', async () => {
  const { ada, ben, id } = await three('1')
  const { to } = await scene.invite(ada, id, ben)
  expect(to).toMatchObject({ shown: 'tie', name: 'Ben-1' })
  expect(await scene.waiting(ben)).toMatchObject([
    { club: { name: 'Choir 1', about: null }, from: { shown: 'tie', name: 'Ada-1' } },
  ])
  expect((await ben.read(Notifications, '/api/notifications')).notifications).toMatchObject([
    { subject: null, club: { name: 'Choir 1' }, lines: [{ reason: 'club', post: null }], unseen: true },
  ])
  const [waiting] = await scene.waiting(ben)
  const joined = await ben.post(`/api/clubs/invitations/${waiting?.id}/accept`)
  expect(joined.status).toBe(201)
  expect(expectBody(Club, scene.wrote(joined))).toMatchObject({ id, count: 2, paused: false })
  expect(await scene.names(ada, id)).toEqual(['Ada-1', 'Ben-1'])
  expect([await scene.waiting(ben), await sent(ada, id)]).toEqual([[], []])
  expect((await ben.read(Notifications, '/api/notifications')).notifications).toEqual([])
  expect((await ben.post(`/api/clubs/invitations/${waiting?.id}/accept`)).code).toBe('not_found')
  const again = await ada.post(`/api/clubs/${id}/invitations`, { person: ben.me.id })
  expect(again.code).toBe('already_member')
})

it('one invites ties alone, and into one’s own clubs', async () => {
  const { ada, ben, cleo, id } = await three('2')
  const invite = (by: Person, who: Person) => by.post(`/api/clubs/${id}/invitations`, { person: who.me.id })
  await scene.bring(ada, id, ben)
  const stranger = await invite(ben, cleo)
  expect(stranger.code).toBe('not_found')
  expect((await invite(cleo, ada)).text).toBe(stranger.text)
  expect((await invite(ada, ada)).text).toBe(stranger.text)
})

it('declined looks like unanswered to whoever invited, until it ends', async () => {
  const { ada, ben, cleo, id } = await three('3')
  const made = await scene.invite(ada, id, ben)
  await scene.invite(ada, id, cleo)
  const before = await sent(ada, id)
  scene.wrote(await ben.post(`/api/clubs/invitations/${made.id}/decline`))
  expect(await sent(ada, id)).toEqual(before)
  expect(await scene.waiting(ben)).toEqual([])
  expect((await ben.post(`/api/clubs/invitations/${made.id}/accept`)).code).toBe('not_found')
  // Asked again it is the same invitation; taken back and made anew it stays unheard.
  expect((await scene.invite(ada, id, ben)).id).toBe(made.id)
  scene.wrote(await ada.delete(`/api/clubs/invitations/${made.id}`))
  expect((await sent(ada, id)).map(({ to }) => to.name)).toEqual(['Cleo-3'])
  await scene.invite(ada, id, ben)
  expect([await scene.waiting(ben), (await sent(ada, id)).length]).toEqual([[], 2])
  const [open] = await scene.waiting(cleo)
  const now = world.clock.at
  world.clock.at = new Date(now.getTime() + LIMITS.clubInvitationDays * DAY_MS)
  expect([await sent(ada, id), await scene.waiting(cleo)]).toEqual([[], []])
  expect((await cleo.post(`/api/clubs/invitations/${open?.id}/accept`)).code).toBe('not_found')
  await scene.invite(ada, id, ben)
  expect((await scene.waiting(ben)).length).toBe(1)
  world.clock.at = now
})

it('an invitation is of no use once it is withdrawn, or the tie has ended', async () => {
  const { ada, ben, cleo, id } = await three('4')
  const [withdrawn, ended] = [await scene.invite(ada, id, ben), await scene.invite(ada, id, cleo)]
  expect((await ben.delete(`/api/clubs/invitations/${withdrawn.id}`)).code).toBe('not_found')
  expect((await ada.delete(`/api/clubs/invitations/${withdrawn.id}`)).status).toBe(204)
  await cleo.post('/api/blocks', { person: ada.me.id })
  expect([await scene.waiting(ben), await scene.waiting(cleo), await sent(ada, id)]).toEqual([[], [], []])
  for (const [who, { id: invitation }] of [
    [ben, withdrawn],
    [cleo, ended],
  ] as const)
    for (const verb of ['accept', 'decline'])
      expect((await who.post(`/api/clubs/invitations/${invitation}/${verb}`)).code).toBe('not_found')
})

it('whoever types the host’s code joins, and sees before what', async () => {
  const { ada, ben, id } = await three('5')
  const code = await scene.makeCode(ada, id)
  expect(code).toMatch(/^[ACDEFGHJKLMNPQRTUVWXY34679]{4}-[ACDEFGHJKLMNPQRTUVWXY34679]{4}$/)
  const typed = encodeURIComponent(` ${code.toLowerCase().replace('-', ' ')}`)
  const page = await ben.read(JoinPage, `/api/clubs/by-code/${typed}`)
  expect(page).toMatchObject({ state: 'live', club: { name: 'Choir 5', about: null } })
  expect(expectBody(Club, await scene.joinBy(ben, typed))).toMatchObject({ id, count: 2 })
  expect((await scene.joinBy(ben, code)).code).toBe('already_member')
  expect(await ben.read(JoinPage, `/api/clubs/by-code/${code}`)).toEqual({ state: 'member', club: id })
  const now = await ada.read(JoinCodeNow, `/api/clubs/${id}/code`)
  expect(now.code).toMatchObject({ code: null, most: 40, joined: 1 })
  expect((await ben.get(`/api/clubs/${id}/code`)).code).toBe('not_found')
  expect((await ben.post(`/api/clubs/${id}/code`, { hours: 3, most: 5 })).code).toBe('not_found')
  expect((await ben.delete(`/api/clubs/${id}/code`)).code).toBe('not_found')
})

it('a code is kept as a hash alone', async () => {
  const { ada, id } = await three('6')
  const code = (await scene.makeCode(ada, id)).replace('-', '')
  const rows = await world.database.sql`select * from join_code`
  expect(JSON.stringify(rows)).not.toContain(code)
  expect(Buffer.concat(rows.map((row) => row['code_hash'])).includes(code)).toBe(false)
})

it('a wrong code is nothing; one that ended, was ended or is used up says so to whoever has it', async () => {
  const { ada, ben, cleo, id } = await three('7')
  const stateOf = async (code: string) => (await ben.read(JoinPage, `/api/clubs/by-code/${code}`)).state
  for (const wrong of ['AAAA-AAAA', 'x', '%20', 'A'.repeat(40)]) {
    expect((await ben.get(`/api/clubs/by-code/${wrong}`)).code).toBe('not_found')
    expect((await scene.joinBy(ben, wrong)).code).toBe('not_found')
  }
  const first = await scene.makeCode(ada, id, { hours: 1 })
  const second = await scene.makeCode(ada, id, { hours: 1 })
  expect([await stateOf(first), await stateOf(second)]).toEqual(['ended', 'live'])
  expect((await scene.joinBy(ben, first)).code).toBe('code_ended')
  const now = world.clock.at
  world.clock.at = new Date(now.getTime() + HOUR_MS)
  expect(await stateOf(second)).toBe('ended')
  expect((await scene.joinBy(ben, second)).code).toBe('code_ended')
  expect((await ada.read(JoinCodeNow, `/api/clubs/${id}/code`)).code).toBe(null)
  world.clock.at = now
  scene.wrote(await ada.delete(`/api/clubs/${id}/code`))
  expect(await stateOf(second)).toBe('ended')
  const third = await scene.makeCode(ada, id, { most: 1 })
  expect((await scene.joinBy(cleo, third)).status).toBe(201)
  expect(await stateOf(third)).toBe('full')
  expect((await scene.joinBy(ben, third)).code).toBe('code_full')
})

it('of two who join at once when a code lets one more in, one does', async () => {
  const { ada, ben, cleo, id } = await three('8')
  const code = await scene.makeCode(ada, id, { most: 1 })
  const answers = await Promise.all([scene.joinBy(ben, code), scene.joinBy(cleo, code)])
  expect(answers.map(outcome).toSorted()).toEqual(['code_full', 'in'])
  expect((await scene.names(ada, id)).length).toBe(2)
})

it('a club holds five hundred: of two who come at once for the last place, one is in', async () => {
  const { ada, ben, cleo, id } = await three('9')
  await fill(id, LIMITS.clubMembers - 1, 'many-9-')
  const code = await scene.makeCode(ada, id)
  const { id: invitation } = await scene.invite(ada, id, cleo)
  const answers = await Promise.all([
    scene.joinBy(ben, code),
    cleo.post(`/api/clubs/invitations/${invitation}/accept`),
  ])
  expect(answers.map(outcome).toSorted()).toEqual(['club_full', 'in'])
  // Nothing is half done: whoever did not come in can answer still, and takes up no place of the code.
  const { count } = expectBody(Club, await ada.get(`/api/clubs/${id}`))
  expect(count).toBe(LIMITS.clubMembers)
  const { code: now } = await ada.read(JoinCodeNow, `/api/clubs/${id}/code`)
  expect(now?.joined).toBe(answers[0]?.status === 201 ? 1 : 0)
  expect((await scene.waiting(cleo)).length).toBe(answers[0]?.status === 201 ? 1 : 0)
})

it('whoever tries codes is stopped', async () => {
  const { ben } = await three('10')
  const tries = []
  for (let n = 0; n < 21; n++) tries.push((await ben.get('/api/clubs/by-code/ACDE-FGHJ')).code)
  expect(tries.filter((code) => code === 'not_found').length).toBe(20)
  expect(tries.at(-1)).toBe('rate_limited')
  expect((await scene.joinBy(ben, 'ACDE-FGHJ')).code).toBe('rate_limited')
})

function outcome({ status, code }: Answer): string {
  return status === 201 ? 'in' : (code ?? '')
}

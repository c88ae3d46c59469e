import {
  Circles,
  type Invitation,
  InvitationPage,
  Invitation as InvitationSchema,
  Invitations,
  Ties,
  TieView,
} from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, expectBody, openWorld, type Person, signUpBody, tie, type World } from './api-world.ts'

let world: World
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const unsorted = { closeness: null, circles: [] }

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

interface Wish {
  note?: string
  enclosures?: string[]
  circles?: string[]
  closeness?: number
  sittingTogether?: boolean
}

async function invite(inviter: Person, wish: Wish = {}): Promise<Invitation & { secret: string }> {
  const invitation = expectBody(InvitationSchema, await sendInvitation(inviter, wish))
  if (invitation.secret === null) throw new Error('expected the secret of a new invitation')
  return { ...invitation, secret: invitation.secret }
}

function sendInvitation(inviter: Person, wish: Wish): Promise<Answer> {
  const nothing = { note: null, enclosures: [], circles: [], closeness: null, sittingTogether: false }
  return inviter.post('/api/invitations', { ...nothing, ...wish })
}

async function recommend(author: Person, title: string, form: 'ties' | 'notebook' = 'ties'): Promise<string> {
  const { sql } = world.database
  const id = crypto.randomUUID()
  await sql`insert into subject (id, kind) values (${id}, 'restaurant')`
  await sql`
    insert into post (id, author, form, all_ties, onward, created_at, since)
    select ${id}, no, ${form}, ${form === 'ties'}, 1, now(), now() from person where id = ${author.me.id}`
  await sql`
    insert into recommendation (post, author, subject, verdict, interest, title, why, basis, language)
    select p.no, p.author, s.no, 'recommend', 'none', ${title}, 'Best dumplings.', 'own', 'en'
    from post p, subject s where p.id = ${id} and s.id = ${id}`
  return id
}

it('the bearer of a link sees what lies in it, in the words of that day, and looking uses nothing up', async () => {
  const ada = await world.person('ada')
  const post = await recommend(ada, 'The Anchor')
  const made = await invite(ada, { note: 'Come in!', enclosures: [post] })
  expect(made).toMatchObject({ state: 'live', note: 'Come in!', enclosures: [post], acceptedBy: null })
  await world.database.sql`update recommendation set why = 'Changed.' where title = 'The Anchor'`
  for (let looks = 0; looks < 3; looks++) {
    const page = await world.anybody().read(InvitationPage, `/api/invitations/by-link/${made.secret}`)
    expect(page).toMatchObject({
      state: 'live',
      inviter: { name: 'Ada' },
      note: 'Come in!',
      enclosures: [{ subject: { title: 'The Anchor' }, words: { why: 'Best dumplings.' }, interest: 'none' }],
      mine: false,
    })
  }
  expect(await ada.read(InvitationPage, `/api/invitations/by-link/${made.secret}`)).toMatchObject({
    mine: true,
  })
  await world.database.sql`update post set deleted_at = now() where id = ${post}`
  expect(await world.anybody().read(InvitationPage, `/api/invitations/by-link/${made.secret}`)).toMatchObject(
    { enclosures: [] },
  )
})

it('only the hash of a secret is kept, and only the maker is told it, once', async () => {
  const ben = await world.person('ben')
  const made = await invite(ben)
  const rows = await world.database.sql<{ text: string }[]>`select invitation::text as text from invitation`
  expect(rows.some((row) => row.text.includes(made.secret))).toBe(false)
  expect((await ben.read(Invitations, '/api/invitations')).invitations).toMatchObject([
    { id: made.id, secret: null },
  ])
  const spy = await world.person('spy')
  expect((await spy.read(Invitations, '/api/invitations')).invitations).toEqual([])
  expect((await spy.delete(`/api/invitations/${made.id}`)).code).toBe('not_found')
})

it('accepting makes the tie at once, unsorted for the inviter until he confirms', async () => {
  const [cleo, dan] = [await world.person('cleo'), await world.person('dan')]
  const post = await recommend(cleo, 'The Bell')
  const [family, friends] = (await cleo.read(Circles, '/api/circles')).circles
  const circles = [friends?.id ?? '']
  const made = await invite(cleo, { enclosures: [post], circles, closeness: 4 })
  const own = (await dan.read(Circles, '/api/circles')).circles[3]
  const accepted = await dan.post(`/api/invitations/by-link/${made.secret}/accept`, {
    closeness: 2,
    circles: [own?.id],
  })
  const view = expectBody(TieView, accepted)
  expect([accepted.status, view.person.closeness, view.person.ring]).toEqual([201, 2, 'colleagues'])
  const [waiting] = (await cleo.read(Ties, '/api/ties')).ties
  expect(waiting).toMatchObject({ awaitsConfirmation: true, circles: [], person: { closeness: null } })
  const [used] = (await cleo.read(Invitations, '/api/invitations')).invitations
  expect(used).toMatchObject({ state: 'used', acceptedBy: { tie: view.id, name: 'Dan', confirmed: false } })
  expect(await addressedTo('dan')).toEqual([post])

  await cleo.patch(`/api/ties/${view.id}`, { circles: [family?.id] })
  expect((await dan.post(`/api/ties/${view.id}/confirm`)).code).toBe('not_found')
  const confirmed = expectBody(TieView, await cleo.post(`/api/ties/${view.id}/confirm`))
  expect(confirmed).toMatchObject({ awaitsConfirmation: false, person: { closeness: 4 } })
  expect(confirmed.circles).toEqual([family?.id, friends?.id])
  await cleo.patch(`/api/ties/${view.id}`, { circles: [] })
  expect(expectBody(TieView, await cleo.post(`/api/ties/${view.id}/confirm`)).circles).toEqual([])
})

async function addressedTo(handle: string): Promise<string[]> {
  const rows = await world.database.sql<{ id: string }[]>`
    select post.id from addressing a join post on post.no = a.post join person p on p.no = a.person
    where p.handle = ${handle}`
  return rows.map((row) => row.id)
}

it('sitting together, the circles apply at once and the link ends after ten minutes', async () => {
  const [eve, fay] = [await world.person('eve'), await world.person('fay')]
  const [family] = (await eve.read(Circles, '/api/circles')).circles
  const wish = { sittingTogether: true, circles: [family?.id ?? ''], closeness: 5 }
  const late = await invite(eve, wish)
  world.clock.at = new Date(world.clock.at.getTime() + 11 * MINUTE_MS)
  expect((await fay.post(`/api/invitations/by-link/${late.secret}/accept`, unsorted)).code).toBe(
    'link_expired',
  )
  const made = await invite(eve, wish)
  await fay.post(`/api/invitations/by-link/${made.secret}/accept`, unsorted)
  expect((await eve.read(Ties, '/api/ties')).ties).toMatchObject([
    { awaitsConfirmation: false, circles: [family?.id], person: { closeness: 5, ring: 'family' } },
  ])
})

it('of two who accept one link at once, one wins and the other is told that it was used', async () => {
  const gil = await world.person('gil')
  const others = [await world.person('hal'), await world.person('ida'), await world.person('jan')]
  const { secret } = await invite(gil)
  const sent = await Promise.all(
    others.map((one) => one.post(`/api/invitations/by-link/${secret}/accept`, unsorted)),
  )
  expect(sent.map((one) => one.code ?? 'tied').sort()).toEqual(['link_used', 'link_used', 'tied'])
  expect((await gil.read(Ties, '/api/ties')).ties).toHaveLength(1)
})

it('used, revoked and expired links say so and show nothing else', async () => {
  const [kim, leo] = [await world.person('kim'), await world.person('leo')]
  const [used, revoked, expired] = [await invite(kim), await invite(kim), await invite(kim)]
  await leo.post(`/api/invitations/by-link/${used.secret}/accept`, unsorted)
  expect((await kim.delete(`/api/invitations/${revoked.id}`)).status).toBe(204)
  expect((await kim.delete(`/api/invitations/${revoked.id}`)).status).toBe(204)
  expect((await kim.delete(`/api/invitations/${used.id}`)).code).toBe('link_used')
  world.clock.at = new Date(world.clock.at.getTime() + 31 * DAY_MS)
  const mia = await world.person('mia')
  for (const [invitation, state] of [
    [used, 'used'],
    [revoked, 'revoked'],
    [expired, 'expired'],
  ] as const) {
    const answer = await world.anybody().get(`/api/invitations/by-link/${invitation.secret}`)
    expect(answer.body).toEqual(state === 'used' ? { state, byMe: false } : { state })
    const refused = await mia.post(`/api/invitations/by-link/${invitation.secret}/accept`, unsorted)
    expect([refused.status, refused.code]).toEqual([410, `link_${state}`])
  }
  const path = `/api/invitations/by-link/${used.secret}`
  expect(await leo.read(InvitationPage, path)).toEqual({ state: 'used', byMe: true })
  expect(await kim.read(InvitationPage, path)).toEqual({ state: 'used', byMe: false })
})

it('nobody accepts the own link, one of somebody blocked, or one for a tie that is there', async () => {
  const [ned, olga] = [await world.person('ned'), await world.person('olga')]
  const { secret } = await invite(ned)
  const path = `/api/invitations/by-link/${secret}`
  expect((await ned.post(`${path}/accept`, unsorted)).code).toBe('invitation_to_self')
  await tie(ned, olga)
  expect((await olga.post(`${path}/accept`, unsorted)).code).toBe('already_tied')
  await olga.post('/api/blocks', { person: ned.me.id })
  const unknown = await olga.get(`/api/invitations/by-link/${'A'.repeat(43)}`)
  expect(unknown.status).toBe(404)
  expect((await olga.get(path)).text).toBe(unknown.text)
  expect((await olga.post(`${path}/accept`, unsorted)).text).toBe(unknown.text)
  expect(await world.anybody().read(InvitationPage, path)).toMatchObject({ state: 'live' })
  expect((await world.anybody().post(`${path}/accept`, unsorted)).code).toBe('signed_out')
})

it('what is enclosed must be one’s own, in use and not in the notebook', async () => {
  const [paul, quinn] = [await world.person('paul'), await world.person('quinn')]
  const [foreign, noted, gone] = [
    await recommend(quinn, 'Theirs'),
    await recommend(paul, 'Noted', 'notebook'),
    await recommend(paul, 'Gone'),
  ]
  await world.database.sql`update post set deleted_at = now() where id = ${gone}`
  const circle = (await quinn.read(Circles, '/api/circles')).circles[0]?.id ?? ''
  for (const wish of [
    { enclosures: [foreign] },
    { enclosures: [noted] },
    { enclosures: [gone] },
    { enclosures: [crypto.randomUUID()] },
    { enclosures: Array.from({ length: 4 }, () => crypto.randomUUID()) },
    { circles: [circle] },
    { closeness: 0 },
    { note: 'x'.repeat(1_001) },
  ]) {
    expect((await sendInvitation(paul, wish)).code).toBe('invalid_input')
  }
  expect((await paul.read(Invitations, '/api/invitations')).invitations).toEqual([])
})

it('fifty may be open at once', async () => {
  const rita = await world.person('rita')
  await world.database.sql`
    insert into invitation (id, inviter, secret_hash, circles, sitting_together, made_at, expires_at)
    select gen_random_uuid(), no, decode(md5(n::text), 'hex'), '{}', false, now(), now() + interval '900 days'
    from person, generate_series(1, 49) n where id = ${rita.me.id}`
  const last = await invite(rita)
  expect((await sendInvitation(rita, {})).code).toBe('too_many_invitations')
  await rita.delete(`/api/invitations/${last.id}`)
  expect((await sendInvitation(rita, {})).status).toBe(201)
})

it('whoever signs up through a link is tied at once, and accepting it again sorts the own side', async () => {
  const sam = await world.person('sam')
  const { secret } = await invite(sam)
  const tom = await world.person('tom', { invitation: secret })
  expect(tom.me.tieCount).toBe(1)
  const [own] = (await tom.read(Circles, '/api/circles')).circles
  const sorted = await tom.post(`/api/invitations/by-link/${secret}/accept`, {
    closeness: 3,
    circles: [own?.id],
  })
  expect(sorted.status).toBe(201)
  expect(expectBody(TieView, sorted)).toMatchObject({
    circles: [own?.id],
    person: { handle: 'sam', closeness: 3 },
  })
  const late = await world.anybody().post('/api/auth/sign-up', signUpBody('uma', { invitation: secret }))
  expect(late.code).toBe('link_used')
  expect(await world.database.sql`select 1 from person where handle = 'uma'`).toHaveLength(0)
})

it('of many who sign up with one link where one gets in by invitation only, one gets in', async () => {
  const closed = await openWorld({ env: { KITH_SIGNUP: 'invite' } })
  const { sql } = closed.database
  await sql`insert into person (id, name, handle, email) values (gen_random_uuid(), 'Host', 'host', 'host@kith.test')`
  const { hashSecret, newLinkSecret } = await import('../src/http/link-secrets.ts')
  const secret = newLinkSecret()
  await sql`
    insert into invitation (id, inviter, secret_hash, circles, sitting_together, made_at, expires_at)
    select gen_random_uuid(), no, ${hashSecret(secret)}, '{}', false, now(), now() + interval '1 day' from person`
  const sent = await Promise.all(
    ['vic', 'wim', 'xena'].map((handle) =>
      closed.anybody().post('/api/auth/sign-up', signUpBody(handle, { invitation: secret })),
    ),
  )
  expect(sent.map((one) => one.code ?? 'in').sort()).toEqual(['in', 'link_used', 'link_used'])
  expect(await sql`select 1 from person`).toHaveLength(2)
  await closed.close()
})

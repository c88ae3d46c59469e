import { Circles, Entry, Me, Sessions, SignedIn } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newLinkSecret } from '../src/http/link-secrets.ts'
import { offerFirstPerson } from '../src/sessions/sign-up.ts'
import { expectBody, openWorld, PASSWORD, signUpBody, type World } from './api-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

it('a new person is there whole: account, session, seven circles, a change in the log', async () => {
  const ada = await world.person('ada', { timeZone: 'Europe/Vienna', language: 'de' })
  expect(ada.me).toMatchObject({
    handle: 'ada',
    email: 'ada@kith.test',
    timeZone: 'Europe/Vienna',
    language: 'de',
  })
  expect(ada.me).toMatchObject({ open: false, carries: true, findable: true, operator: false, tieCount: 0 })
  const { circles } = await ada.read(Circles, '/api/circles')
  expect(circles.map((circle) => [circle.kind, circle.name, circle.readyMade, circle.position])).toEqual(
    ['family', 'friends', 'acquaintances', 'colleagues', 'business', 'club', 'likeminded'].map((kind, at) => [
      kind,
      null,
      true,
      at,
    ]),
  )
  const rows = await world.database.sql`select kind from change_log where kind = 'person'`
  expect(rows.length).toBeGreaterThan(0)
})

it('a password is kept as what OWASP recommends, unless the composition says otherwise', async () => {
  const dear = await openWorld({ dearPasswords: true })
  for (const one of [dear, world]) await one.person('kept')
  const kept = ({ database }: World) =>
    database.sql<{ password: string }[]>`
      select a.password from account a join person p on p.id = a.person_id where p.handle = 'kept'`
  const [[full], [cheap]] = [await kept(dear), await kept(world)]
  await dear.close()
  expect(full?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(cheap?.password).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/)
})

it('the cookie is for no script and for no other site', async () => {
  const answer = await world.anybody().post('/api/auth/sign-up', signUpBody('cookie'))
  const cookie = String(answer.headers['set-cookie'])
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).not.toMatch(/Secure/)
})

it('a taken handle or address is refused, and nothing half done remains', async () => {
  await world.person('ben')
  const before = await world.database.sql`select count(*)::int as n from person`
  const handle = await world
    .anybody()
    .post('/api/auth/sign-up', signUpBody('ben', { email: 'other@kith.test' }))
  expect([handle.status, handle.code]).toEqual([409, 'handle_taken'])
  const email = await world
    .anybody()
    .post('/api/auth/sign-up', signUpBody('ben2', { email: 'BEN@kith.test' }))
  expect([email.status, email.code]).toEqual([409, 'email_taken'])
  expect(await world.database.sql`select count(*)::int as n from person`).toEqual(before)
})

it('of two who sign up at once under one handle or address, one gets in whole', async () => {
  const sent = await Promise.all(
    [1, 2, 3, 4].map((at) =>
      world.anybody().post('/api/auth/sign-up', signUpBody('race', { email: `race${at}@kith.test` })),
    ),
  )
  expect(sent.map((one) => one.code ?? 'in').sort()).toEqual([
    'handle_taken',
    'handle_taken',
    'handle_taken',
    'in',
  ])
  const emails = await Promise.all(
    [1, 2, 3].map((at) =>
      world.anybody().post('/api/auth/sign-up', signUpBody(`racing${at}`, { email: 'one@kith.test' })),
    ),
  )
  expect(emails.map((one) => one.code ?? 'in').sort()).toEqual(['email_taken', 'email_taken', 'in'])
  const rows = await world.database.sql`
    select (select count(*) from circle where owner = p.no)::int as circles,
           (select count(*) from account where person_id = p.id)::int as accounts
    from person p`
  for (const row of rows) expect(row).toEqual({ circles: 7, accounts: 1 })
})

it('bad input is refused with the fields that are wrong', async () => {
  for (const [wrong, path] of [
    [{ handle: 'a' }, 'handle'],
    [{ handle: 'Ada Lovelace' }, 'handle'],
    [{ email: 'nobody' }, 'email'],
    [{ password: 'short' }, 'password'],
    [{ name: ' ' }, 'name'],
    [{ name: 'a\u202eb' }, 'name'],
    [{ language: 'fr' }, 'language'],
    [{ invitation: 'x' }, 'invitation'],
  ] as const) {
    const answer = await world.anybody().post('/api/auth/sign-up', signUpBody('wrong', wrong))
    expect([answer.status, answer.code]).toEqual([400, 'invalid_input'])
    expect(answer.body).toMatchObject({ fields: [{ path }] })
  }
  expect(
    (await world.anybody().post('/api/auth/sign-up', signUpBody('zoned', { timeZone: 'Mars/\u0000' }))).body,
  ).toMatchObject({ me: { timeZone: 'UTC' } })
})

it('one signs in whatever the case of the address, and a wrong password looks like a wrong address', async () => {
  await world.person('cleo')
  const cleo = world.anybody()
  const answer = await cleo.post('/api/auth/sign-in', { email: ' CLEO@Kith.Test', password: PASSWORD })
  expect(expectBody(SignedIn, answer).me.handle).toBe('cleo')
  expect((await cleo.read(Me, '/api/me')).handle).toBe('cleo')
  const wrong = await world
    .anybody()
    .post('/api/auth/sign-in', { email: 'cleo@kith.test', password: 'not it at all' })
  const nobody = await world
    .anybody()
    .post('/api/auth/sign-in', { email: 'none@kith.test', password: 'not it at all' })
  expect([wrong.status, wrong.code]).toEqual([401, 'credentials_wrong'])
  expect(nobody.text).toBe(wrong.text)
})

it('a session ends at once: signed out, ended from elsewhere, all ended', async () => {
  const dan = await world.person('dan')
  const elsewhere = world.anybody()
  await elsewhere.post(
    '/api/auth/sign-in',
    { email: 'dan@kith.test', password: PASSWORD },
    { 'user-agent': 'Phone' },
  )
  const { sessions } = await dan.read(Sessions, '/api/auth/sessions')
  expect(sessions.map((one) => [one.current, one.device])).toEqual([
    [false, 'Phone'],
    [true, expect.anything()],
  ])
  const phone = sessions.find((one) => !one.current)
  expect((await dan.delete(`/api/auth/sessions/${phone?.id}`)).status).toBe(204)
  expect((await elsewhere.get('/api/me')).status).toBe(204)
  expect((await dan.delete(`/api/auth/sessions/${phone?.id}`)).code).toBe('not_found')
  const stolen = world.anybody()
  stolen.cookie = dan.cookie
  expect((await dan.post('/api/auth/sign-out')).status).toBe(204)
  expect((await stolen.get('/api/me')).status).toBe(204)

  const again = world.anybody()
  await again.post('/api/auth/sign-in', { email: 'dan@kith.test', password: PASSWORD })
  expect((await again.delete('/api/auth/sessions')).status).toBe(204)
  expect(
    await world.database
      .sql`select 1 from session s join person p on p.id = s.person_id where p.handle = 'dan'`,
  ).toHaveLength(0)
})

it("nobody ends somebody else's session", async () => {
  const [eve, fay] = [await world.person('eve'), await world.person('fay')]
  const [session] = (await fay.read(Sessions, '/api/auth/sessions')).sessions
  expect((await eve.delete(`/api/auth/sessions/${session?.id}`)).code).toBe('not_found')
  expect((await fay.get('/api/me')).status).toBe(200)
})

it('a forged, cut or expired cookie is nobody', async () => {
  const gil = await world.person('gil')
  const name = gil.cookie.slice(0, gil.cookie.indexOf('='))
  const value = decodeURIComponent(gil.cookie.slice(name.length + 1))
  const [token, signature] = [value.slice(0, value.lastIndexOf('.')), value.slice(value.lastIndexOf('.') + 1)]
  for (const forged of [
    token,
    `${token}.`,
    `.${signature}`,
    `${token}x.${signature}`,
    // Another last letter than it has: one signature in sixteen ends so.
    `${token}.${signature.slice(0, -2)}${signature.endsWith('A=') ? 'E' : 'A'}=`,
    '%',
    '%00',
    'x'.repeat(5_000),
    "' or 1=1 --.x",
  ]) {
    const thief = world.anybody()
    thief.cookie = `${name}=${forged.includes('%') ? forged : encodeURIComponent(forged)}`
    expect((await thief.get('/api/me')).status).toBe(204)
  }
  await world.database.sql`update session set expires_at = now() - interval '1 second' where token = ${token}`
  expect((await gil.get('/api/me')).status).toBe(204)
})

it('a session whose day has come is moved on by using it', async () => {
  const hal = await world.person('hal')
  await world.database.sql`
    update session set expires_at = now() + interval '10 days', updated_at = now() - interval '20 days'
    where person_id = ${hal.me.id}`
  const answer = await hal.get('/api/me')
  expect(String(answer.headers['set-cookie'])).toMatch(/Max-Age=2592000/)
  const [row] = await world.database.sql<{ days: number }[]>`
    select (extract(epoch from expires_at - now()) / 86400)::float8 as days from session where person_id = ${hal.me.id}`
  expect(row?.days).toBeGreaterThan(29)
  expect((await hal.get('/api/me')).headers['set-cookie']).toBeUndefined()
})

it('a password is reset by a letter, once, and all sessions end', async () => {
  const ida = await world.person('ida', { language: 'de' })
  const stranger = await world.anybody().post('/api/auth/reset-request', { email: 'none@kith.test' })
  const known = await world.anybody().post('/api/auth/reset-request', { email: 'IDA@kith.test' })
  expect([stranger.status, known.status, stranger.text]).toEqual([204, 204, known.text])
  const letter = await world.letter(/To: ida@kith.test/)
  expect(letter).toMatch(/Ein neues Passwort/)
  const token = letter.match(/\/reset\/(\w+)/)?.[1] ?? ''
  const rows = await world.database.sql<{ identifier: string }[]>`select identifier from verification`
  expect(rows.every((row) => !row.identifier.includes(token))).toBe(true)

  const reset = { token, password: 'a new one entirely' }
  expect((await world.anybody().post('/api/auth/reset', { ...reset, password: 'short' })).code).toBe(
    'invalid_input',
  )
  expect((await world.anybody().post('/api/auth/reset', reset)).status).toBe(204)
  expect((await ida.get('/api/me')).status).toBe(204)
  expect((await world.anybody().post('/api/auth/reset', reset)).code).toBe('reset_link_invalid')
  expect((await world.anybody().post('/api/auth/reset', { ...reset, token: 'a\u0000b' })).code).toBe(
    'reset_link_invalid',
  )
  const signIn = { email: 'ida@kith.test', password: reset.password }
  expect((await world.anybody().post('/api/auth/sign-in', signIn)).status).toBe(200)
})

it('tries are counted per address of the account and per address of the network', async () => {
  const strict = await openWorld({
    rates: { signInPerEmail: { max: 2, seconds: 600 }, signUpPerAddress: { max: 1, seconds: 600 } },
  })
  await strict.person('jan')
  const signIn = { email: 'jan@kith.test', password: 'wrong password' }
  const codes = []
  for (let tries = 0; tries < 3; tries++) {
    codes.push((await strict.anybody().post('/api/auth/sign-in', signIn)).code)
  }
  expect(codes).toEqual(['credentials_wrong', 'credentials_wrong', 'rate_limited'])
  const refused = await strict.anybody().post('/api/auth/sign-up', signUpBody('kim'))
  expect([refused.status, refused.code]).toEqual([429, 'rate_limited'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  await strict.close()
})

it('where one gets in by invitation only, a page can say so, and the first person comes by a link, once', async () => {
  const closed = await openWorld({ env: { KITH_SIGNUP: 'invite' } })
  expect(await closed.anybody().read(Entry, '/api/entry')).toEqual({ signUp: 'invite', lookAround: [] })
  expect((await closed.anybody().post('/api/auth/sign-up', signUpBody('leo'))).code).toBe('invitation_needed')
  const old = await offerFirstPerson(closed.database.db, newLinkSecret)
  const secret = await offerFirstPerson(closed.database.db, newLinkSecret)
  const [row] = await closed.database.sql<
    { value: Buffer }[]
  >`select value from setting where key = 'first-person-link'`
  expect(row?.value.toString('base64url')).not.toBe(secret)
  expect(
    (await closed.anybody().post('/api/auth/sign-up', signUpBody('leo', { firstPerson: old }))).code,
  ).toBe('link_used')
  const both = await Promise.all(
    ['leo', 'mia'].map((handle) =>
      closed.anybody().post('/api/auth/sign-up', signUpBody(handle, { firstPerson: secret })),
    ),
  )
  expect(both.map((one) => one.code ?? 'in').sort()).toEqual(['in', 'link_used'])
  expect(both.map((one) => one.body)).toContainEqual(
    expect.objectContaining({ me: expect.objectContaining({ operator: true }) }),
  )
  expect(await offerFirstPerson(closed.database.db, newLinkSecret)).toBeUndefined()
  await closed.close()
})

import { generateKeyPairSync } from 'node:crypto'
import { LIMITS, Me, Passkey, PasskeyCreation, Passkeys, Sessions, SignedIn } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tidy } from '../src/jobs/housekeeping.ts'
import { expectBody, openWorld, PASSWORD, type Person, type World } from './api-world.ts'
import { beginPasskey, beginSignIn, SoftwarePasskey, type Twist } from './software-authenticator.ts'

const CHALLENGE_MINUTES = 10

let world: World
let count = 0

beforeAll(async () => {
  // Nobody adds so many so fast by hand.
  world = await openWorld({ rates: { passwordPerPerson: { max: 100, seconds: 600 } } })
})

afterAll(() => world.close())

function somebody(): Promise<Person> {
  count += 1
  return world.person(`somebody-${count}`)
}

async function add(person: Person, passkey = new SoftwarePasskey()): Promise<SoftwarePasskey> {
  expectBody(Passkey, await person.post('/api/auth/passkeys', passkey.made(await beginPasskey(person))))
  return passkey
}

function list(person: Person): Promise<Passkeys> {
  return person.read(Passkeys, '/api/auth/passkeys')
}

async function signIn(passkey: SoftwarePasskey, twist: Twist = {}) {
  const client = world.anybody()
  const answer = await client.post(
    '/api/auth/passkey-sign-in',
    passkey.shown(await beginSignIn(client), twist),
  )
  return { client, answer }
}

function later(minutes: number): void {
  world.clock.at = new Date(world.clock.at.getTime() + minutes * 60_000)
}

it('somebody adds a passkey and signs in by it alone; the session is one like others', async () => {
  const ada = await somebody()
  expect(await list(ada)).toEqual({ passkeys: [] })
  const options = await beginPasskey(ada)
  expect(options).toMatchObject({ rp: { id: 'kith.test', name: 'Kith' }, attestation: 'none' })
  const passkey = await add(ada)
  expect((await list(ada)).passkeys).toMatchObject([{ name: null, used: null }])
  const { client, answer } = await signIn(passkey)
  expect(expectBody(SignedIn, answer).me.handle).toBe(ada.me.handle)
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
  expect((await client.read(Me, '/api/me')).handle).toBe(ada.me.handle)
  expect((await ada.read(Sessions, '/api/auth/sessions')).sessions).toHaveLength(2)
  expect((await list(ada)).passkeys).toMatchObject([{ used: world.clock.at.toISOString() }])
  expect((await signIn(passkey)).answer.status).toBe(200)
})

it('whoever has one more is written to, in his language, and is not told how to get in', async () => {
  const ada = await world.person('letter-reader', { language: 'de' })
  await add(ada)
  const letter = await world.letter(new RegExp(`To: ${ada.me.email}`))
  expect(letter).toContain('Subject: Ein neuer Passkey für Kith')
  expect(letter.match(/http\S+/g)).toEqual(['http://kith.test/settings/security'])
})

it('only whoever knows the password may add one, and tries are counted', async () => {
  const own = await openWorld({ rates: { passwordPerPerson: { max: 2, seconds: 600 } } })
  const ada = await own.person('ada')
  const begin = (password: string) => ada.post('/api/auth/passkeys/begin', { password })
  const wrong = await begin('not it at all')
  expect(wrong).toMatchObject({ status: 403, code: 'password_wrong' })
  expect(wrong.body).toMatchObject({ fields: [{ path: 'password' }] })
  expect((await begin(PASSWORD)).status).toBe(200)
  expect((await begin(PASSWORD)).code).toBe('rate_limited')
  await own.close()
})

it('signing in by passkeys is limited as by passwords, and the page that asks for a challenge does not use that up', async () => {
  const own = await openWorld({ rates: { signInPerAddress: { max: 1, seconds: 600 } } })
  const client = own.anybody()
  const passkey = new SoftwarePasskey()
  for (const code of ['passkey_refused', 'rate_limited']) {
    const shown = passkey.shown(await beginSignIn(client), { userHandle: 'x' })
    expect((await client.post('/api/auth/passkey-sign-in', shown)).code).toBe(code)
  }
  await own.close()
})

const WRONG: readonly [string, Twist][] = [
  ['the page of another site', { origin: 'https://evil.example' }],
  ['another domain', { domain: 'evil.example' }],
  ['a person whom the device has not verified', { isVerified: false }],
  ['a challenge of nobody’s', { challenge: 'A'.repeat(43) }],
  ['no challenge', { challenge: '' }],
  ['another purpose', { type: 'webauthn.other' }],
]

it.each(WRONG)('nothing is added and nobody signed in for %s', async (_what, twist) => {
  const ada = await somebody()
  const made = new SoftwarePasskey().made(await beginPasskey(ada), twist)
  expect(await ada.post('/api/auth/passkeys', made)).toMatchObject({ status: 422, code: 'passkey_not_added' })
  expect((await list(ada)).passkeys).toEqual([])
  const { client, answer } = await signIn(await add(ada), twist)
  expect(answer).toMatchObject({ status: 401, code: 'passkey_refused' })
  expect((await client.get('/api/me')).status).toBe(204)
})

it('another key, another person’s name in it and an unknown passkey are refused alike', async () => {
  const [ada, ben] = [await somebody(), await somebody()]
  const passkey = await add(ada)
  const { user } = await beginPasskey(ben)
  const unknown = await signIn(new SoftwarePasskey(), { userHandle: user.id })
  for (const twist of [
    { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
    { userHandle: user.id },
  ]) {
    expect((await signIn(passkey, twist)).answer.text).toBe(unknown.answer.text)
  }
  expect((await signIn(passkey)).answer.status).toBe(200)
})

it('a challenge is good once, whatever came of it', async () => {
  const ada = await somebody()
  const [first, second] = [new SoftwarePasskey(), new SoftwarePasskey()]
  const options = await beginPasskey(ada)
  expect((await ada.post('/api/auth/passkeys', first.made(options))).status).toBe(201)
  expect((await ada.post('/api/auth/passkeys', second.made(options))).code).toBe('passkey_not_added')
  const client = world.anybody()
  const asked = await beginSignIn(client)
  const signInAgain = (twist?: Twist) => client.post('/api/auth/passkey-sign-in', first.shown(asked, twist))
  expect((await signInAgain({ isVerified: false })).code).toBe('passkey_refused')
  expect((await signInAgain()).code).toBe('passkey_refused')
  const again = await beginSignIn(client)
  expect((await client.post('/api/auth/passkey-sign-in', first.shown(again))).status).toBe(200)
  expect((await client.post('/api/auth/passkey-sign-in', first.shown(again))).code).toBe('passkey_refused')
})

it('a challenge is good for what it was made for: for this session, or for signing in', async () => {
  const [ada, ben] = [await somebody(), await somebody()]
  const elsewhere = world.anybody()
  await elsewhere.post('/api/auth/sign-in', { email: ada.me.email, password: PASSWORD })
  for (const other of [ben, elsewhere]) {
    const made = new SoftwarePasskey().made(await beginPasskey(ada))
    expect((await other.post('/api/auth/passkeys', made)).code).toBe('passkey_not_added')
  }
  const toSignIn = await beginSignIn(world.anybody())
  const options = { ...(await beginPasskey(ada)), challenge: toSignIn.challenge }
  const made = new SoftwarePasskey().made(options)
  expect((await ada.post('/api/auth/passkeys', made)).code).toBe('passkey_not_added')
  const passkey = await add(ada)
  const { challenge } = await beginPasskey(ada)
  expect((await signIn(passkey, { challenge })).answer.code).toBe('passkey_refused')
})

it('a challenge ends after ten minutes, and housekeeping forgets it', async () => {
  const ada = await somebody()
  const passkey = await add(ada)
  const [toAdd, toSignIn] = [await beginPasskey(ada), await beginSignIn(ada)]
  later(CHALLENGE_MINUTES)
  const made = new SoftwarePasskey().made(toAdd)
  expect((await ada.post('/api/auth/passkeys', made)).code).toBe('passkey_not_added')
  const shown = passkey.shown(toSignIn)
  expect((await world.anybody().post('/api/auth/passkey-sign-in', shown)).code).toBe('passkey_refused')
  later(1)
  await tidy({ database: world.database, now: () => world.clock.at })
  expect(await world.database.sql`select from passkey_challenge`).toHaveLength(0)
})

it('what is kept of a challenge is a hash', async () => {
  const { challenge } = await beginSignIn(world.anybody())
  const rows = await world.database.sql<{ hash: Buffer }[]>`select hash from passkey_challenge`
  expect(rows.length).toBeGreaterThan(0)
  for (const { hash } of rows) expect(hash.equals(Buffer.from(challenge, 'base64url'))).toBe(false)
})

it('a passkey that counts no further than before is a copy; one that never counts is good', async () => {
  const ada = await somebody()
  const counting = await add(ada)
  expect((await signIn(counting, { uses: 7 })).answer.status).toBe(200)
  for (const uses of [7, 6, 0]) expect((await signIn(counting, { uses })).answer.code).toBe('passkey_refused')
  expect((await signIn(counting, { uses: 8 })).answer.status).toBe(200)
  const still = await add(ada)
  for (const uses of [0, 0]) expect((await signIn(still, { uses })).answer.status).toBe(200)
})

it('of two copies that show the same count at once, one gets in', async () => {
  const passkey = await add(await somebody())
  const all = await Promise.all([1, 2, 3, 4].map(() => signIn(passkey, { uses: 5 })))
  expect(all.filter(({ answer }) => answer.status === 200)).toHaveLength(1)
})

it('there are ten at most, also where two add the last at once', async () => {
  const ada = await somebody()
  for (let at = 2; at < LIMITS.passkeys; at++) await add(ada)
  const wishes = [1, 2, 3, 4].map(async () => new SoftwarePasskey().made(await beginPasskey(ada)))
  const last = await Promise.all(wishes)
  const answers = await Promise.all(last.map((made) => ada.post('/api/auth/passkeys', made)))
  expect(answers.map(({ code }) => code ?? 'added').sort()).toEqual([
    'added',
    'added',
    'too_many_passkeys',
    'too_many_passkeys',
  ])
  expect((await list(ada)).passkeys).toHaveLength(LIMITS.passkeys)
  const more = await ada.post('/api/auth/passkeys/begin', { password: PASSWORD })
  expect(more).toMatchObject({ status: 409, code: 'too_many_passkeys' })
})

it('one and the same passkey is there once, whoever shows it', async () => {
  const [ada, ben] = [await somebody(), await somebody()]
  const passkey = await add(ada)
  for (const one of [ada, ben]) {
    const made = passkey.made(await beginPasskey(one))
    expect((await one.post('/api/auth/passkeys', made)).code).toBe('passkey_not_added')
  }
  const options = await beginPasskey(ada)
  expect(options.excludeCredentials).toEqual([{ type: 'public-key', id: passkey.id }])
})

it('its owner alone renames and removes it, and a removed one opens nothing', async () => {
  const [ada, ben] = [await somebody(), await somebody()]
  const passkey = await add(ada)
  const [made] = (await list(ada)).passkeys
  const path = `/api/auth/passkeys/${made?.id}`
  for (const answer of [await ben.patch(path, { name: 'Mine now' }), await ben.delete(path)]) {
    expect(answer).toMatchObject({ status: 404, code: 'not_found' })
  }
  expect(expectBody(Passkey, await ada.patch(path, { name: ' Phone ' })).name).toBe('Phone')
  expect(expectBody(Passkey, await ada.patch(path, { name: null })).name).toBe(null)
  expect((await ada.delete(path)).status).toBe(204)
  expect((await ada.delete(path)).code).toBe('not_found')
  expect((await list(ada)).passkeys).toEqual([])
  expect((await signIn(passkey)).answer.code).toBe('passkey_refused')
})

it('a new password and the end of all sessions leave passkeys as they are; with the account they go', async () => {
  const ada = await somebody()
  const passkey = await add(ada)
  await ada.delete('/api/auth/sessions')
  const { client, answer } = await signIn(passkey)
  expect(answer.status).toBe(200)
  expect((await client.read(Passkeys, '/api/auth/passkeys')).passkeys).toHaveLength(1)
  await world.database.sql`delete from person where handle = ${ada.me.handle}`
  expect((await signIn(passkey)).answer.code).toBe('passkey_refused')
})

it('where no public address is set, a passkey is good for the very name that the page came from', async () => {
  const ada = await somebody()
  const page = { origin: 'http://localhost:4400', host: 'localhost:4400' }
  const begun = await ada.post('/api/auth/passkeys/begin', { password: PASSWORD }, page)
  const options = expectBody(PasskeyCreation, begun)
  expect(options.rp.id).toBe('localhost')
  const made = new SoftwarePasskey().made(options, { origin: page.origin })
  expect((await ada.post('/api/auth/passkeys', made, page)).status).toBe(201)
})

it('where the public address is known, passkeys belong to it', async () => {
  const own = await openWorld({ env: { KITH_ORIGIN: 'https://kith.example.org' } })
  const ada = await own.person('ada')
  const passkey = new SoftwarePasskey()
  const options = await beginPasskey(ada)
  expect(options.rp.id).toBe('kith.example.org')
  const origin = 'https://kith.example.org'
  expect((await ada.post('/api/auth/passkeys', passkey.made(options, { origin }))).status).toBe(201)
  const client = own.anybody()
  const shown = passkey.shown(await beginSignIn(client), { origin })
  expect((await client.post('/api/auth/passkey-sign-in', shown)).status).toBe(200)
  await own.close()
})

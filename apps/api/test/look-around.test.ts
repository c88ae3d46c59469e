import { Entry, FeedPage, Me, Passkeys, SignedIn } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import type { Database } from '../src/database/client.ts'
import { newIds } from '../src/database/new-ids.ts'
import { seedVillage } from '../src/village/village-seed.ts'
import { expectBody, openWorld, type World } from './api-world.ts'

let world: World

async function seed({ db }: Database): Promise<void> {
  const writer = createWriter({ db, announcer: { announce: () => undefined } })
  await seedVillage({ writer, now: () => new Date(), ids: newIds })
}

beforeAll(async () => {
  world = await openWorld({ env: { KITH_DEMO: '1' }, prepare: seed })
})

afterAll(() => world.close())

it('one looks around as one of four people of the village, each with a full feed', async () => {
  const { lookAround } = await world.anybody().read(Entry, '/api/entry')
  expect(lookAround).toHaveLength(4)
  for (const { key, name } of lookAround) {
    const visitor = world.anybody()
    const answer = await visitor.post('/api/auth/look-around', { as: key })
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
    expect(expectBody(SignedIn, answer).me).toMatchObject({ name, demo: true, operator: false })
    expect((await visitor.read(Me, '/api/me')).name).toBe(name)
    expect((await visitor.read(FeedPage, '/api/feed')).cards.length).toBeGreaterThan(5)
  }
})

it('nobody looks around as anybody else, or where the demo is off', async () => {
  for (const as of ['nobody', '', '__proto__', '\u0000']) {
    expect((await world.anybody().post('/api/auth/look-around', { as })).code).toBe('not_found')
  }
  const off = await openWorld({ env: { KITH_DEMO: '0' }, prepare: seed })
  expect((await off.anybody().read(Entry, '/api/entry')).lookAround).toEqual([])
  expect((await off.anybody().post('/api/auth/look-around', { as: 'johanna' })).code).toBe('not_found')
  await off.close()
})

it('people of the village have no password that anybody could know', async () => {
  const rows = await world.database.sql<{ email: string }[]>`select email from person limit 3`
  for (const { email } of rows) {
    const answer = await world.anybody().post('/api/auth/sign-in', { email, password: 'kirchlau' })
    expect(answer.code).toBe('credentials_wrong')
  }
})

it('whoever looks around leaves no way in behind: without a password nobody adds a passkey', async () => {
  const visitor = world.anybody()
  await visitor.post('/api/auth/look-around', { as: 'johanna' })
  expect(await visitor.read(Passkeys, '/api/auth/passkeys')).toEqual({ passkeys: [] })
  const answer = await visitor.post('/api/auth/passkeys/begin', { password: 'kirchlau' })
  expect(answer).toMatchObject({ status: 403, code: 'demo_person' })
})

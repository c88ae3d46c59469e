import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openWorld, PASSWORD, signUpBody, type World } from './api-world.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

let world: World
let mail: MailServer

beforeAll(async () => {
  mail = await startMailServer()
  world = await openWorld({ env: { SMTP_URL: mail.url, MAIL_FROM: 'Kith <kith@kith.test>' } })
})

afterAll(async () => {
  await world.close()
  await mail.close()
})

function letterTo(address: string, words: RegExp): Promise<string> {
  return vi.waitFor(() => {
    const letter = mail.letters.find((one) => one.includes(`To: ${address}`) && words.test(one))
    if (letter === undefined)
      throw new Error(`expected a letter to ${address}, got ${mail.letters.join('\n')}`)
    return letter
  })
}

it('with a mail server a taken address gets the same answer as a free one, and a letter that says so', async () => {
  const free = await world.anybody().post('/api/auth/sign-up', signUpBody('ada'))
  const taken = await world
    .anybody()
    .post('/api/auth/sign-up', signUpBody('ada2', { email: 'ADA@kith.test' }))
  expect([free.status, free.body, free.headers['set-cookie']]).toEqual([202, { mailSent: true }, undefined])
  expect([taken.status, taken.text, taken.headers['set-cookie']]).toEqual([202, free.text, undefined])
  await letterTo('ada@kith.test', /confirm your address/)
  await letterTo('ada@kith.test', /already/)
  expect(await world.database.sql`select 1 from person`).toHaveLength(1)
  expect(await world.database.sql`select 1 from circle`).toHaveLength(7)
})

it('one gets in only through the link of the letter', async () => {
  const ben = world.anybody()
  await ben.post('/api/auth/sign-up', signUpBody('ben'))
  const early = await world
    .anybody()
    .post('/api/auth/sign-in', { email: 'ben@kith.test', password: PASSWORD })
  expect([early.status, early.headers['set-cookie']]).toEqual([202, undefined])
  const wrong = await world
    .anybody()
    .post('/api/auth/sign-in', { email: 'ben@kith.test', password: 'not this one' })
  expect(wrong.code).toBe('credentials_wrong')
  const forged = await ben.get('/api/auth/verify?token=nonsense')
  expect([forged.status, forged.headers['location'], ben.cookie]).toEqual([302, '/', ''])
  const letter = await letterTo('ben@kith.test', /confirm your address/)
  const token = letter.match(/verify\?token=([\w.-]+)/)?.[1] ?? ''
  const confirmed = await ben.get(`/api/auth/verify?token=${token}`)
  expect([confirmed.status, confirmed.headers['location']]).toEqual([302, '/'])
  expect((await ben.get('/api/me')).body).toMatchObject({ handle: 'ben' })
  const later = await world
    .anybody()
    .post('/api/auth/sign-in', { email: 'ben@kith.test', password: PASSWORD })
  expect(later.status).toBe(200)
})

it('a sign-up that comes to nothing sends nothing', async () => {
  const refused = await world
    .anybody()
    .post('/api/auth/sign-up', signUpBody('cleo', { invitation: 'A'.repeat(43) }))
  expect(refused.code).toBe('not_found')
  await world.anybody().post('/api/auth/sign-up', signUpBody('dan'))
  await letterTo('dan@kith.test', /confirm/)
  expect(mail.letters.some((letter) => letter.includes('cleo@kith.test'))).toBe(false)
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, PASSWORD, type World } from './api-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

it('a password is changed by whoever knows it, every other session ends, and a letter says so', async () => {
  const eva = await world.person('eva')
  const signIn = { email: 'eva@kith.test', password: PASSWORD }
  const elsewhere = world.anybody()
  expect((await elsewhere.post('/api/auth/sign-in', signIn)).status).toBe(200)

  const next = 'quite another one'
  expect((await eva.send('PUT', '/api/auth/password', { password: 'not it at all', next })).code).toBe(
    'password_wrong',
  )
  expect((await eva.send('PUT', '/api/auth/password', { password: PASSWORD, next: 'short' })).code).toBe(
    'invalid_input',
  )
  expect((await elsewhere.get('/api/me')).status).toBe(200)

  const answers = await Promise.all(
    [next, `${next} still`].map((wish) =>
      eva.send('PUT', '/api/auth/password', { password: PASSWORD, next: wish }),
    ),
  )
  const won = answers.findIndex(({ status }) => status === 204)
  expect(answers.map(({ code }) => code ?? 'changed').toSorted()).toEqual(['changed', 'password_wrong'])
  expect([(await eva.get('/api/me')).status, (await elsewhere.get('/api/me')).status]).toEqual([200, 204])
  expect((await world.anybody().post('/api/auth/sign-in', signIn)).code).toBe('credentials_wrong')
  const again = { ...signIn, password: [next, `${next} still`][won] }
  expect((await world.anybody().post('/api/auth/sign-in', again)).status).toBe(200)
  const letter = await world.letter(/To: eva@kith.test/)
  expect(letter).toMatch(/Your password for Kith was changed/)
  expect(letter.match(/http\S+/g)).toEqual(['http://kith.test/reset'])
})

import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWorld, type World } from './api-world.ts'
import { type JobScene, playJobScene, READERS } from './job-scene.ts'
import { memberOf } from './world-facts.ts'
import { recommendationOf, token, type Wish } from './world-words.ts'

let world: World
let scene: JobScene

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

beforeEach(async () => {
  scene = await playJobScene(world)
})

function blankPicture(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 6, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
}

describe('after a yes he is asked again', () => {
  const changes: Record<string, () => Promise<unknown>> = {
    'when the words change': () => scene.change(scene.newWords()),
    'when the interest rises': () =>
      scene.change({
        interest: 'connected',
        words: { ...scene.newWords().words, interestWords: 'My firm', why: scene.job.words[5] },
      }),
    'when it gets a photo': async () => scene.cast.photo(scene.job.key, await blankPicture()),
    'when more are to read it': () =>
      scene.change({ audience: scene.cast.audienceOf({ all: true, excepted: ['gus'] }), onward: 2 }),
  }
  it.each(Object.keys(changes))('%s', async (what) => {
    scene.job = await scene.cast.post(token(), 'me', {
      all: true,
      excepted: ['gus'],
      onward: 0,
      candidate: 'ben',
    })
    await scene.sayYes()
    expect(await scene.readers()).toEqual(['ben', 'cal'])
    scene.later()
    await changes[what]?.()
    expect(await scene.readers()).toEqual(['ben'])
    expect((await scene.read('ben')).candidate).toMatchObject({
      agreed: false,
      asked: world.clock.at.toISOString(),
    })
    expect(await scene.toldTo('ben')).toContain('asked tie me')
    expect(await scene.toldTo('me')).toEqual([])
    expect(await scene.wordsBefore('me')).toEqual([scene.job.words[5]])
    await scene.sayYes()
    expect(await scene.readers()).toContain('cal')
  })

  it('but not when fewer read it, or it is still true, or filled', async () => {
    await scene.sayYes()
    await scene.change({ stillTrue: true })
    await scene.change({ audience: scene.cast.audienceOf({ singles: ['gus'] }), onward: 0 })
    await scene.change({ candidate: scene.cast.client('ben').me.id })
    expect(await scene.readers()).toEqual(['ben', 'gus'])
    await scene.change({ filled: true })
    expect((await scene.read('me')).candidate?.agreed).toBe(true)
  })
})

describe('it is a note of its author’s alone', () => {
  const ends: Record<string, () => Promise<unknown>> = {
    'when the tie ends': () => scene.cast.endTie('ben', 'me'),
    'when the author ends the tie': () => scene.cast.endTie('me', 'ben'),
    'when he blocks the author': () => scene.cast.block('ben', 'me'),
    'when the author blocks him': () => scene.cast.block('me', 'ben'),
    // Past the routes, of which none deletes an account yet: the engine is not even told.
    'when his account is gone': () =>
      world.database.sql`delete from person where id = ${memberOf(scene.cast.facts, 'ben').client.me.id}`,
  }
  for (const agreed of [false, true])
    it.each(Object.keys(ends))(`${agreed ? 'after a yes' : 'while it waits'} %s`, async (what) => {
      if (agreed) await scene.sayYes()
      await ends[what]?.()
      const left = READERS.filter((by) => what !== 'when his account is gone' || by !== 'ben')
      for (const by of left) expect((await scene.tryRead(by)).status, by).toBe(404)
      expect((await scene.read('me')).candidate).toEqual({
        person: { shown: 'somebody' },
        agreed: false,
        asked: null,
      })
      if (left.includes('ben')) {
        expect((await scene.tryAnswer('ben', true)).code).toBe('not_found')
        expect([await scene.toldTo('ben'), await scene.askedOf('ben')]).toEqual([[], []])
      }
    })

  it('and stays so when the tie is made anew, until somebody is asked again', async () => {
    await scene.sayYes()
    await scene.cast.endTie('me', 'ben')
    await scene.cast.tie('me', 'ben')
    await scene.change({ audience: scene.cast.audienceOf({ all: true }) })
    expect(await scene.readers()).toEqual([])
    await scene.change({ candidate: scene.cast.client('cal').me.id })
    expect(await scene.readers()).toEqual(['cal'])
  })
})

it('somebody else is a new question', async () => {
  await scene.sayYes()
  scene.later()
  await scene.change({ candidate: scene.cast.client('cal').me.id })
  expect(await scene.readers()).toEqual(['cal'])
  expect([await scene.toldTo('ben'), await scene.toldTo('cal'), await scene.toldTo('me')]).toEqual([
    [],
    ['asked tie me'],
    [],
  ])
  expect((await scene.tryAnswer('ben', true)).code).toBe('not_found')
})

it('a question that is withdrawn leaves it in the notebook, or to whom the author says', async () => {
  await scene.change({ candidate: null })
  expect(await scene.readers()).toEqual([])
  expect((await scene.read('me')).audience).toBe('me')
  expect((await scene.read('me')).candidate).toBeNull()
  scene.job = await scene.putForward()
  await scene.sayYes()
  await scene.change({ audience: { form: 'notebook' } })
  expect([await scene.readers(), (await scene.read('me')).candidate]).toEqual([[], null])
  expect(await scene.toldTo('ben')).toEqual([])
  scene.job = await scene.putForward()
  await scene.change({ candidate: null, audience: scene.cast.audienceOf({ singles: ['gus'] }), onward: 0 })
  expect(await scene.readers()).toEqual(['gus'])
  // What puts nobody forward has no question to withdraw.
  await scene.change({ candidate: null })
  expect(await scene.readers()).toEqual(['gus'])
})

it('somebody can be put forward later, and what others read is out of their sight then', async () => {
  scene.job = await scene.cast.post(token(), 'me', { all: true, onward: 0 })
  const wrong = { path: 'candidate', message: 'is of a job that is recommended alone' }
  const refused = await scene.send('me', 'PATCH', `/api/recommendations/${scene.job.id}`, {
    candidate: scene.cast.client('ben').me.id,
  })
  expect([refused.code, Reflect.get(Object(refused.body), 'fields')]).toEqual(['invalid_input', [wrong]])
  scene.job = await scene.putForward()
  await scene.change({ candidate: null, audience: scene.cast.audienceOf({ all: true }), onward: 0 })
  expect(await scene.readers()).toEqual(['ben', 'cal', 'gus'])
  await scene.change({ candidate: scene.cast.client('ben').me.id })
  expect(await scene.readers()).toEqual(['ben'])
  expect(await scene.wordsBefore('me')).toEqual([scene.job.words[5]])
})

it('only a tie can be put forward, for a job that one recommends, to somebody', async () => {
  const make = async (wish: Wish, more: object) => {
    const said = recommendationOf(
      { candidate: 'ben', ...wish },
      scene.cast.audienceOf({ all: true, ...wish }),
    )
    const candidate = scene.cast.client('ben').me.id
    return (await scene.send('me', 'POST', '/api/recommendations', { ...said, candidate, ...more })).code
  }
  expect(await make({ verdict: 'against' }, {})).toBe('invalid_input')
  expect(await make({ notebook: true }, {})).toBe('audience_empty')
  expect(await make({}, { candidate: scene.cast.client('dan').me.id })).toBe('not_found')
  expect(await make({}, { candidate: scene.cast.client('me').me.id })).toBe('not_found')
  await scene.change({ candidate: null })
  const { code } = await scene.send('me', 'PATCH', `/api/recommendations/${scene.job.id}`, {
    candidate: scene.cast.client('ben').me.id,
  })
  expect(code).toBe('audience_empty')
})

it('nobody but he answers, and to whoever is not asked there is no question', async () => {
  for (const by of ['me', 'cal', 'gus', 'dan', 'sam'])
    for (const agreed of [true, false]) expect((await scene.tryAnswer(by, agreed)).code, by).toBe('not_found')
  await scene.sayYes()
  expect((await scene.tryAnswer('cal', false)).code).toBe('not_found')
  // Said once more it changes nothing.
  const { created } = await scene.read('cal')
  scene.later()
  await scene.sayYes()
  expect((await scene.read('cal')).created).toBe(created)
})

it('the tables hold it themselves: without a yes it is for nobody, whoever wrote', async () => {
  await scene.sayYes()
  const { sql } = world.database
  const formOf = async () =>
    (await sql<{ form: string }[]>`select form from post where id = ${scene.job.id}`)[0]?.form
  expect(await formOf()).toBe('ties')
  await sql`update candidacy set said = null where post = (select no from post where id = ${scene.job.id})`
  expect(await formOf()).toBe('held')
})

import { describe, expect, it } from 'vitest'
import { type CareScene, openCareWorld } from './care-scene.ts'

let scene: CareScene

openCareWorld((made) => {
  scene = made
})

describe('who is due', () => {
  it('is a tie beyond the rhythm of a circle for whom there is a reason, and nobody else', async () => {
    await scene.write('ben', 'me')
    scene.later(31)
    expect(await scene.due()).toEqual([])
    await scene.rhythm(30, ['ben', 'eve'])
    expect(await scene.due()).toEqual([['ben', ['message']]])
    expect((await scene.care()).rhythms).toBe(true)
    await scene.rhythm(90, [])
    expect(await scene.due()).toEqual([])
    await scene.rhythm(null, [])
    expect(await scene.care()).toMatchObject({ due: [], rhythms: false })
  })

  it('begins on the day after the rhythm has passed, by the shortest of the circles', async () => {
    await scene.write('ben', 'me')
    await scene.rhythm(30, ['ben'])
    await scene.rhythm(90, ['ben'], 'family')
    scene.later(30)
    expect(await scene.due()).toEqual([])
    scene.later(31)
    expect(await scene.due()).toEqual([['ben', ['message']]])
    expect((await scene.care()).due[0]).toMatchObject({ rhythm: 30, lastExchange: scene.dayAfter(0) })
  })

  it('has thanks owed, an outcome owed, and what may not be true any more, each once and as far as I may see it', async () => {
    for (const key of ['door', 'meal', 'old']) await scene.cast.post(key, 'ben', { all: true })
    await scene.rhythm(30, ['ben', 'eve'])
    scene.later(1)
    await scene.remember('meal', 'me')
    await scene.helped('door', 'me')
    scene.later(800)
    expect(await scene.due()).toEqual([['ben', ['thanks', 'outcome', 'stillTrue']]])
    const [ben] = (await scene.care()).due
    expect(ben?.reasons.map(({ about }) => about?.post)).toContain(scene.cast.postOf('meal').id)
    const audience = {
      form: 'ties',
      all: true,
      circles: [],
      singles: [],
      excepted: [scene.cast.client('me').me.id],
    }
    for (const key of ['door', 'meal', 'old']) await scene.send('PATCH', scene.post(key), { audience }, 'ben')
    expect(await scene.due()).toEqual([])
  })

  it('has an open ask that I hear, until I answer it, which is an exchange', async () => {
    await scene.rhythm(30, ['ben', 'eve'])
    scene.later(31)
    await scene.cast.ask('windows', 'ben', { all: true })
    await scene.cast.ask('not for me', 'eve', { all: true, excepted: ['me'] })
    expect(await scene.due()).toEqual([['ben', ['ask']]])
    expect((await scene.care()).due[0]?.reasons).toMatchObject([
      { ask: { post: scene.cast.askOfKey('windows').id, title: scene.cast.askOfKey('windows').words[0] } },
    ])
    expect(await scene.careOf('ben')).toMatchObject({ lastExchange: scene.dayAfter(0) })
    await scene.cast.post('mender', 'me', { all: true })
    await scene.cast.answerAsk('windows', 'mender')
    expect(await scene.due()).toEqual([])
    expect(await scene.careOf('ben')).toMatchObject({ lastExchange: scene.dayAfter(31) })
  })

  it('comes the closest first, then whoever has waited the longest', async () => {
    await scene.write('ben', 'me')
    scene.later(3)
    await scene.write('eve', 'me')
    await scene.rhythm(30, ['ben', 'eve'])
    scene.later(60)
    expect((await scene.due()).map(([key]) => key)).toEqual(['ben', 'eve'])
    await scene.closeness('eve', 5)
    expect((await scene.due()).map(([key]) => key)).toEqual(['eve', 'ben'])
  })

  it('is nobody whose tie has ended, and a renewed one begins anew', async () => {
    await scene.write('ben', 'me')
    await scene.rhythm(30, ['ben'])
    await scene.spoke('ben')
    scene.later(60)
    expect(await scene.due()).toHaveLength(1)
    const ended = scene.tieOf('ben')
    await scene.cast.endTie('ben', 'me')
    expect(await scene.due()).toEqual([])
    expect((await scene.cast.client('me').get(`/api/ties/${ended}/care`)).code).toBe('not_found')
    await scene.cast.tie('ben', 'me')
    expect(await scene.careOf('ben')).toMatchObject({
      lastExchange: scene.dayAfter(60),
      spokeOn: null,
      rhythm: null,
    })
  })

  it('is nobody who is blocked or gone', async () => {
    await scene.write('ben', 'me')
    await scene.write('eve', 'me')
    await scene.rhythm(30, ['ben', 'eve'])
    scene.later(60)
    await scene.cast.block('me', 'ben')
    expect((await scene.due()).map(([key]) => key)).toEqual(['eve'])
    await scene.world.database.sql`delete from person where id = ${scene.cast.client('eve').me.id}`
    expect(await scene.due()).toEqual([])
  })
})

describe('the last exchange', () => {
  it('is the beginning of the tie, where nothing else is known', async () => {
    expect(await scene.careOf('ben')).toEqual({
      tie: scene.tieOf('ben'),
      lastExchange: scene.dayAfter(0),
      rhythm: null,
      spokeOn: null,
      closenessAsked: false,
    })
  })

  it.each<[string, () => Promise<unknown>]>([
    ['a message of mine', () => scene.write('me', 'ben')],
    ['a message to me', () => scene.write('ben', 'me')],
    ['what I address', () => scene.address('mine', 'me', 'ben')],
    ['what is addressed to me', () => scene.address('his', 'ben', 'me')],
    ['what I pass on', () => scene.pass('hers', 'me', 'ben')],
    ['what is passed on to me', () => scene.pass('hers', 'ben', 'me')],
    ['a comment on mine', () => scene.comment('mine', 'ben')],
    ['a comment of mine', () => scene.comment('his', 'me')],
    ['thanks of mine', () => scene.thank('his', 'me')],
    ['thanks for mine', () => scene.thank('mine', 'ben')],
    ['that we spoke', () => scene.spoke('ben')],
  ])('is %s', async (_, exchange) => {
    await scene.cast.post('mine', 'me', { all: true })
    await scene.cast.post('his', 'ben', { all: true })
    await scene.cast.post('hers', 'eve', { all: true, onward: 2 })
    scene.later(10)
    expect((await scene.careOf('ben')).lastExchange).toBe(scene.dayAfter(0))
    await exchange()
    expect((await scene.careOf('ben')).lastExchange).toBe(scene.dayAfter(10))
    scene.later(20)
    expect((await scene.careOf('ben')).lastExchange).toBe(scene.dayAfter(10))
  })

  it('is nothing that hangs on what I may not see, whether it is there or gone', async () => {
    await scene.cast.post('his', 'ben', { all: true })
    scene.later(10)
    await scene.comment('his', 'me')
    const audience = { form: 'notebook' }
    await scene.send('PATCH', scene.post('his'), { audience }, 'ben')
    expect((await scene.careOf('ben')).lastExchange).toBe(scene.dayAfter(0))
    await scene.cast.remove('his')
    expect((await scene.careOf('ben')).lastExchange).toBe(scene.dayAfter(0))
  })

  it('is nothing that the other does for himself', async () => {
    await scene.cast.post('mine', 'me', { all: true })
    scene.later(10)
    await scene.remember('mine', 'ben')
    await scene.helped('mine', 'ben')
    await scene.send('PUT', `/api/ties/${scene.tieOf('ben')}/spoke`, {}, 'ben')
    await scene.closeness('me', 5, 'ben')
    expect((await scene.careOf('ben')).lastExchange).toBe(scene.dayAfter(0))
  })
})

describe('that we spoke', () => {
  it('resets the rhythm, and taken back it was never said', async () => {
    await scene.write('ben', 'me')
    await scene.rhythm(30, ['ben'])
    scene.later(60)
    expect((await scene.spoke('ben')).status).toBe(204)
    expect(await scene.due()).toEqual([])
    expect(await scene.careOf('ben')).toMatchObject({
      spokeOn: scene.dayAfter(60),
      lastExchange: scene.dayAfter(60),
    })
    expect((await scene.unsay('ben')).status).toBe(204)
    expect(await scene.due()).toEqual([['ben', ['message']]])
    await scene.spoke('ben', { on: scene.dayAfter(20) })
    expect(await scene.due()).toEqual([['ben', ['message']]])
    expect((await scene.careOf('ben')).lastExchange).toBe(scene.dayAfter(20))
  })

  it('was on a day of the tie that is not in the future, where I am', async () => {
    await scene.send('PATCH', '/api/me', { timeZone: 'Pacific/Kiritimati' })
    scene.later(10)
    for (const on of [scene.dayAfter(-2), scene.dayAfter(12), '2026-02-30', 'today'])
      expect([on, (await scene.spoke('ben', { on })).code]).toEqual([on, 'invalid_input'])
    expect((await scene.send('PUT', `/api/ties/${scene.tieOf('ben')}/spoke`, {}, 'eve')).code).toBe(
      'not_found',
    )
    expect((await scene.send('DELETE', `/api/ties/${scene.tieOf('ben')}/spoke`, undefined, 'eve')).code).toBe(
      'not_found',
    )
  })
})

import { InvitationPage } from '@kith/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectBody, openWorld, type World } from './api-world.ts'
import { type JobScene, playJobScene } from './job-scene.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { recommendationOf, token } from './world-words.ts'

let world: World
let host: string
let scene: JobScene

beforeAll(async () => {
  world = await openWorld()
  host = await listen(world)
})

afterAll(() => world.close())

beforeEach(async () => {
  scene = await playJobScene(world)
})

it('until his yes nobody but the author and he reads it, anywhere', async () => {
  expect(await scene.readers()).toEqual(['ben'])
  for (const by of ['cal', 'gus', 'dan', 'eli', 'sam']) expect(await scene.comesUponIt(by), by).toEqual([])
  const asked = await scene.read('ben')
  expect(asked.candidate).toMatchObject({ agreed: false, person: { shown: 'self' } })
  expect(asked.words.why).toBe(scene.job.words[5])
  expect(asked.audience).toBe('onward')
  const mine = await scene.read('me')
  expect(mine.candidate).toMatchObject({ agreed: false, asked: null, person: { shown: 'tie' } })
})

it('he is asked in his notifications and under “for me”, and comes upon it nowhere else', async () => {
  expect(await scene.toldTo('ben')).toEqual(['asked tie me'])
  expect(await scene.askedOf('ben')).toEqual([['asked', false]])
  expect(await scene.comesUponIt('ben')).toEqual([
    `/api/people/${scene.cast.client('me').me.handle}`,
    '/api/notifications',
    '/api/for-me',
    `/api/recommendations/${scene.job.id}/why`,
  ])
})

it('a yes lets it travel, as said today, and the author is told', async () => {
  scene.later()
  await scene.sayYes()
  expect(await scene.readers()).toEqual(['ben', 'cal', 'dan', 'eli'])
  expect(await scene.comesUponIt('cal')).toContain('/api/feed')
  expect((await scene.read('cal')).created).toBe(world.clock.at.toISOString())
  expect(await scene.toldTo('me')).toEqual(['agreed tie ben'])
  expect(await scene.askedOf('ben')).toEqual([['asked', true]])
})

it('he is named to himself and his own ties, and is somebody for all others', async () => {
  await scene.sayYes()
  const shown = await Promise.all(
    ['me', 'ben', 'cal', 'dan', 'eli'].map(async (by) => (await scene.read(by)).candidate),
  )
  expect(shown.map((one) => one && scene.nameOf(one.person))).toEqual([
    'tie ben',
    'self ben',
    'somebody',
    'tie ben',
    'somebody',
  ])
  expect(shown.map((one) => typeof one?.asked)).toEqual(['object', 'string', 'object', 'object', 'object'])
  const { id, handle, name } = scene.cast.client('ben').me
  for (const by of ['cal', 'eli'])
    for (const url of [
      '/api/feed',
      `/api/subjects/${scene.job.subject}`,
      `/api/recommendations/${scene.job.id}`,
    ]) {
      const { text } = await scene.send(by, 'GET', url)
      expect([id, handle, name].filter((one) => text.includes(one))).toEqual([])
    }
  await scene.cast.block('dan', 'ben')
  expect((await scene.read('dan')).candidate?.person).toEqual({ shown: 'somebody' })
})

it('a no is final, and its author cannot tell it from silence', async () => {
  const ear = await new Listener(host, scene.cast.client('me')).hello()
  await ear.settled()
  const urls = [
    `/api/recommendations/${scene.job.id}`,
    `/api/recommendations/${scene.job.id}/audience`,
    `/api/recommendations/${scene.job.id}/audience/history`,
    `/api/recommendations/${scene.job.id}/history`,
    '/api/recommendations',
    '/api/notifications',
  ]
  const lookAll = async () =>
    (await Promise.all(urls.map((url) => scene.send('me', 'GET', url)))).map(({ text }) =>
      text.replace(/"asOf":"[^"]*"/, ''),
    )
  const silence = await lookAll()
  await scene.cast.answer(scene.job.key, false)
  expect(await lookAll()).toEqual(silence)
  expect(changesIn(await ear.settled()).filter((one) => !ear.isMarker(one))).toEqual([])
  ear.close()
  expect(await scene.readers()).toEqual([])
  expect([await scene.toldTo('ben'), await scene.askedOf('ben')]).toEqual([[], []])
  expect((await scene.tryAnswer('ben', true)).code).toBe('not_found')
  // Other words, and naming him once more, leave him in peace.
  scene.later()
  await scene.change(scene.newWords())
  await scene.change({ candidate: scene.cast.client('ben').me.id })
  expect(await scene.toldTo('ben')).toEqual([])
  expect(await scene.readers()).toEqual([])
})

it('a yes can be taken back at any time, and what others could read stays in the history', async () => {
  await scene.sayYes()
  scene.later()
  const ears = await Promise.all(
    ['me', 'cal', 'eli', 'gus', 'sam'].map((key) => new Listener(host, scene.cast.client(key)).hello()),
  )
  for (const ear of ears) await ear.settled()
  await scene.cast.answer(scene.job.key, false)
  const told = await Promise.all(
    ears.map(async (ear) => changesIn(await ear.settled()).filter((one) => !ear.isMarker(one))),
  )
  const gone = [{ kind: 'gone', id: scene.job.id }]
  expect(told).toEqual([[{ kind: 'post', id: scene.job.id }], gone, gone, [], []])
  for (const ear of ears) ear.close()
  expect(await scene.readers()).toEqual([])
  expect(await scene.toldTo('me')).toEqual([])
  expect(await scene.wordsBefore('me')).toEqual([scene.job.words[5]])
})

it('tells live whoever hears it that it is there, and him that he is asked', async () => {
  const ears = await Promise.all(
    ['me', 'ben', 'cal', 'eli', 'gus', 'sam'].map((key) =>
      new Listener(host, scene.cast.client(key)).hello(),
    ),
  )
  const hear = () =>
    Promise.all(
      ears.map(async (ear) => {
        const changes = changesIn(await ear.settled()).filter((one) => !ear.isMarker(one))
        ear.texts.length = 0
        return changes
      }),
    )
  await hear()
  scene.job = await scene.putForward()
  const [post, gone] = ['post', 'gone'].map((kind) => [{ kind, id: scene.job.id }])
  const asked = [{ kind: 'notifications' }, ...(gone ?? [])]
  expect(await hear()).toEqual([post, expect.arrayContaining(asked), [], [], [], []])
  await scene.sayYes()
  const agreed = [{ kind: 'notifications' }, ...(post ?? [])]
  expect(await hear()).toEqual([expect.arrayContaining(agreed), post, post, post, [], []])
  for (const ear of ears) ear.close()
})

describe('while it waits', () => {
  it('nothing carries it further', async () => {
    const path = `/api/recommendations/${scene.job.id}`
    const cal = { to: scene.cast.client('cal').me.id }
    const dan = { to: scene.cast.client('dan').me.id, sentence: null }
    const said = recommendationOf({ candidate: 'ben' }, scene.cast.audienceOf({ all: true }))
    const again = { ...said, about: scene.job.subject }
    const invitation = { note: null, circles: [], closeness: null, sittingTogether: false }
    const codes = await Promise.all([
      scene.send('me', 'POST', `${path}/address`, cal),
      scene.send('me', 'POST', '/api/invitations', { ...invitation, enclosures: [scene.job.id] }),
      scene.send('ben', 'POST', `${path}/pass`, dan),
      scene.send('ben', 'POST', `${path}/comments`, { text: 'Me?' }),
      scene.send('me', 'POST', `${path}/comments`, { text: 'You.' }),
      scene.send('ben', 'POST', '/api/recommendations', again),
    ])
    expect(codes.map(({ code }) => code)).toEqual([...Array(5).fill('waits_for_yes'), 'not_found'])
    await scene.sayYes()
    expect((await scene.send('ben', 'POST', '/api/recommendations', again)).status).toBe(201)
  })

  it('those whom it was addressed to, or enclosed for, do not see it', async () => {
    scene.job = await scene.cast.post(token(), 'me', { singles: ['cal'], onward: 0, candidate: 'ben' })
    await scene.sayYes()
    const address = `/api/recommendations/${scene.job.id}/address`
    scene.cast.done(await scene.send('me', 'POST', address, { to: scene.cast.client('gus').me.id }))
    const { secret } = await scene.cast.invite('me', [scene.job.key])
    const enclosed = async () => {
      const page = await world.anybody().get(`/api/invitations/by-link/${secret}`)
      const shown = expectBody(InvitationPage, page)
      return shown.state === 'live' ? shown.enclosures.length : undefined
    }
    expect([await scene.readers(), await enclosed()]).toEqual([['ben', 'cal', 'gus'], 1])
    scene.later()
    await scene.change(scene.newWords())
    expect([await scene.readers(), await enclosed()]).toEqual([['ben'], 0])
    await scene.sayYes()
    expect([await scene.readers(), await enclosed()]).toEqual([['ben', 'cal', 'gus'], 1])
  })

  it('its words and audience may change, and a yes is to what he read', async () => {
    const { asked } = (await scene.read('ben')).candidate ?? {}
    scene.later()
    await scene.change({
      ...scene.newWords(),
      audience: scene.cast.audienceOf({ singles: ['gus'] }),
      onward: 0,
    })
    expect(await scene.readers()).toEqual(['ben'])
    const refused = await scene.tryAnswer('ben', true, asked ?? '')
    expect([refused.status, refused.code]).toEqual([409, 'question_changed'])
    await scene.sayYes()
    expect(await scene.readers()).toEqual(['ben', 'gus'])
    // Nobody but he read the words before: they are in no history.
    expect(await scene.wordsBefore('gus')).toEqual([])
    expect(await scene.wordsBefore('ben')).toEqual([])
  })
})

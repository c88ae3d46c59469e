import { type Letter, Letter as LetterAnswer, Notifications, type ShownPerson } from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { type CareScene, openCareWorld } from './care-scene.ts'

let scene: CareScene

openCareWorld((made) => {
  scene = made
})

const AUTUMN = '2028-autumn'
const SPRING = '2029-spring'

function at(moment: string): void {
  scene.world.clock.at = new Date(moment)
}

function letterOf(by: string, season?: string): Promise<Letter> {
  const query = season === undefined ? '' : `?season=${season}`
  return scene.cast.client(by).read(LetterAnswer, `/api/letter${query}`)
}

function nameOf(person: ShownPerson): string {
  if (person.shown === 'tie') return scene.keyOf(person.id)
  return person.shown === 'via' ? `${person.rings} behind ${scene.keyOf(person.via.id)}` : person.shown
}

async function said(by: string, season?: string) {
  const { received, given } = await letterOf(by, season)
  return {
    received: received.map(({ person, thanked }) => [nameOf(person), thanked]),
    given: given.map(({ person, carried }) => [nameOf(person), carried]),
  }
}

async function told(): Promise<(string | undefined)[]> {
  const { notifications } = await scene.cast.client('me').read(Notifications, '/api/notifications')
  return notifications.flatMap(({ lines }) =>
    lines.flatMap(({ reason, letter }) => (reason === 'letter' ? [letter?.key] : [])),
  )
}

/** Ben's post helped me; mine was thanked for by eve. */
async function goodAutumn(): Promise<void> {
  await scene.cast.post('bens', 'ben', { all: true })
  await scene.cast.post('mine', 'me', { all: true })
  at('2028-10-05T12:00:00Z')
  await scene.helped('bens', 'me')
  await scene.thank('mine', 'eve')
}

describe('the letter of a season', () => {
  it('holds what helped me and for what I was thanked, once each, by name', async () => {
    await goodAutumn()
    expect(await said('me')).toEqual({ received: [['ben', false]], given: [['eve', false]] })
    await scene.thank('bens', 'me')
    expect(await said('me', AUTUMN)).toEqual({ received: [['ben', true]], given: [['eve', false]] })
    const { season, running } = await letterOf('me')
    expect(season).toEqual({
      key: AUTUMN,
      name: 'autumn',
      year: 2028,
      firstDay: '2028-09-01',
      lastDay: '2028-11-30',
    })
    expect(running).toBe(true)
  })

  it('says of what went through me who is beside me on the way, and of whoever is behind only that he is', async () => {
    await scene.cast.post('bens', 'ben', { all: true })
    at('2028-10-05T12:00:00Z')
    await scene.thank('bens', 'eve')
    expect(await said('me')).toEqual({ received: [], given: [['eve', true]] })
    expect(await said('ben')).toEqual({ received: [], given: [['2 behind me', false]] })
    expect(await said('eve')).toEqual({ received: [['2 behind me', true]], given: [] })
  })

  it('holds through whom an ask of mine was solved, until it is opened again', async () => {
    await scene.cast.post('bens', 'ben', { all: true })
    at('2028-10-05T12:00:00Z')
    await scene.cast.ask('asked', 'me', { all: true })
    await scene.cast.answerAsk('asked', 'bens')
    expect((await said('me')).received).toEqual([])
    await scene.cast.closeAsk('asked', 'bens')
    expect((await said('me')).received).toEqual([['ben', false]])
    expect(await said('ben')).toEqual({ received: [], given: [] })
    await scene.send('DELETE', `/api/asks/${scene.cast.askOfKey('asked').id}/result`)
    expect((await said('me')).received).toEqual([])
  })

  it('knows nothing of what others think of my posts and tell nobody', async () => {
    await scene.cast.post('mine', 'me', { all: true })
    at('2028-10-05T12:00:00Z')
    const before = await letterOf('me')
    await scene.helped('mine', 'ben')
    expect(await letterOf('me')).toEqual(before)
    expect(await said('ben')).toEqual({ received: [['me', false]], given: [] })
  })

  it('ends at midnight where I am, and leads to those before and after that hold something', async () => {
    await goodAutumn()
    await scene.send('PATCH', '/api/me', { timeZone: 'Pacific/Kiritimati' })
    await scene.cast.post('late', 'ben', { all: true })
    at('2028-11-30T10:30:00Z')
    await scene.helped('late', 'me')
    expect((await letterOf('me')).season.key).toBe('2028-winter')
    at('2029-07-01T12:00:00Z')
    const summer = await letterOf('me')
    expect([summer.earlier?.key, summer.later]).toEqual(['2028-winter', null])
    const spring = await letterOf('me', SPRING)
    expect([spring.earlier?.key, spring.later?.key, spring.running]).toEqual([
      '2028-winter',
      '2029-summer',
      false,
    ])
    expect((await letterOf('me', AUTUMN)).earlier).toBeNull()
  })

  it('has nothing any more of what I may not see, nor of an ex-tie', async () => {
    await goodAutumn()
    const audience = {
      form: 'ties',
      all: true,
      circles: [],
      singles: [],
      excepted: [scene.cast.client('me').me.id],
    }
    await scene.send('PATCH', scene.post('bens'), { audience }, 'ben')
    expect(await said('me')).toEqual({ received: [], given: [['eve', false]] })
    await scene.send('DELETE', `/api/ties/${scene.tieOf('eve')}`)
    expect(await said('me')).toEqual({ received: [], given: [] })
  })

  it('has nothing any more of whoever blocked me, and says no more than if he were gone', async () => {
    await goodAutumn()
    await scene.write('ben', 'me')
    await scene.send('POST', '/api/blocks', { person: scene.cast.client('me').me.id }, 'ben')
    expect(await said('me')).toEqual({ received: [], given: [['eve', false]] })
    expect((await letterOf('me')).waiting).toEqual([])
  })

  it('forgets what was taken back', async () => {
    await goodAutumn()
    await scene.send('DELETE', `${scene.post('bens')}/outcome`)
    await scene.send('DELETE', `${scene.post('mine')}/thanks`, undefined, 'eve')
    expect(await said('me')).toEqual({ received: [], given: [] })
  })

  it('says who waits for something of mine, not in old letters', async () => {
    await goodAutumn()
    await scene.write('eve', 'me')
    const waiting = async (season?: string) =>
      (await letterOf('me', season)).waiting.map(({ person, reasons }): [string, string[]] => [
        nameOf(person),
        reasons.map(({ reason }) => reason),
      ])
    expect(new Map(await waiting())).toEqual(
      new Map([
        ['ben', ['thanks']],
        ['eve', ['message']],
      ]),
    )
    await scene.write('me', 'eve')
    await scene.thank('bens', 'me')
    expect(await waiting()).toEqual([])
    await scene.write('eve', 'me')
    at('2029-03-01T12:00:00Z')
    expect(await waiting()).toHaveLength(1)
    expect(await waiting('2028-winter')).toHaveLength(1)
    expect(await waiting(AUTUMN)).toEqual([])
  })

  it('is not there for a season to come, nor for what is no season', async () => {
    at('2028-10-05T12:00:00Z')
    const { status } = await scene.cast.client('me').get('/api/letter?season=2028-winter')
    expect(status).toBe(404)
    expect((await scene.send('POST', '/api/letter/opened', { season: '2028-winter' })).status).toBe(404)
    for (const key of ['2028-fall', 'autumn', '28-autumn', '2028-autumn-x'])
      expect((await scene.cast.client('me').get(`/api/letter?season=${key}`)).status).toBe(400)
  })
})

describe('that the letter is there', () => {
  it('is told for two weeks from the first day of the next season, until it is opened', async () => {
    await goodAutumn()
    at('2028-11-30T23:59:00Z')
    expect(await told()).toEqual([])
    at('2028-12-01T00:00:00Z')
    expect(await told()).toEqual([AUTUMN])
    at('2028-12-14T23:59:00Z')
    expect(await told()).toEqual([AUTUMN])
    at('2028-12-15T00:00:00Z')
    expect(await told()).toEqual([])
    at('2028-12-05T00:00:00Z')
    await scene.send('POST', '/api/letter/opened', { season: '2028-summer' })
    expect(await told()).toEqual([AUTUMN])
    await scene.send('POST', '/api/letter/opened', { season: AUTUMN })
    expect(await told()).toEqual([])
  })

  it('is told to nobody whose season held nothing, or who wants no letters', async () => {
    at('2028-12-02T00:00:00Z')
    expect(await told()).toEqual([])
    await goodAutumn()
    at('2028-12-02T00:00:00Z')
    await scene.send('PATCH', '/api/me', { letters: false })
    expect(await told()).toEqual([])
    await scene.send('PATCH', '/api/me', { letters: true })
    expect(await told()).toEqual([AUTUMN])
    expect((await letterOf('me', AUTUMN)).received).toHaveLength(1)
  })
})

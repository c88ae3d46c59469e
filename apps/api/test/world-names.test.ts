import { FeedPage, ReadRecommendation, type ShownPerson, subjectsOn, type Voice, Why } from '@kith/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberOf } from './world-facts.ts'
import { openScene, type Scene } from './world-scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})

afterAll(() => scene.world.close())

async function voice(viewer: string, key: string): Promise<Voice> {
  const { client, postOf, after } = scene.cast
  const answer = await client(viewer).get(`/api/recommendations/${postOf(key).id}`, after())
  return ReadRecommendation.parse(answer.body).voice
}

/** Everything by which a reader could recognise who speaks. */
async function faceOf(viewer: string, key: string): Promise<string> {
  const { person, chain, way } = await voice(viewer, key)
  const { client, postOf, after } = scene.cast
  const why = Why.parse(
    (await client(viewer).get(`/api/recommendations/${postOf(key).id}/why`, after())).body,
  )
  return JSON.stringify([person, chain, way, why.person, why.chain])
}

describe('[P1] whom a viewer may not name has no face', () => {
  it('two posts of one discreet person look like those of two', async () => {
    const faces = await Promise.all(['goes on', 'goes far', 'of gus'].map((key) => faceOf('fay', key)))
    expect(new Set(faces).size).toBe(1)
    expect((await voice('fay', 'goes on')).person).toMatchObject({ shown: 'via', rings: 2 })
  })

  it('three rings out only the number of rings is added', async () => {
    const { person, chain } = await voice('rob', 'goes far')
    const { me } = scene.cast.client('fay')
    expect(person).toEqual({
      shown: 'via',
      rings: 3,
      via: expect.objectContaining({ shown: 'tie', handle: me.handle }),
    })
    expect(chain?.beyond).toEqual([{ shown: 'hollow' }, { shown: 'hollow' }])
  })

  it('ids of posts and subjects carry no more than the moment', async () => {
    const { postOf } = scene.cast
    const [one, other] = [postOf('goes on'), postOf('goes far')]
    expect([one.id[14], one.subject[14]]).toEqual(['7', '4'])
    // The random parts have nothing in common.
    expect(one.id.slice(24)).not.toBe(other.id.slice(24))
    expect(one.subject.slice(0, 13)).not.toBe(other.subject.slice(0, 13))
  })

  it('his handle opens a stranger’s page, whatever of his has reached the viewer', async () => {
    const { client, after } = scene.cast
    const page = await client('fay').get(`/api/people/${client('ada').me.handle}`, after())
    const { handle, name } = client('ada').me
    expect(page.body).toEqual({ relation: 'stranger', person: { handle, name }, voices: [] })
  })
})

describe('openness counts at once', () => {
  const shown = async (key: string): Promise<ShownPerson['shown']> => (await voice('fay', key)).person.shown

  it('of the author', async () => {
    const { cast } = scene
    expect(await shown('goes on')).toBe('via')
    await cast.change('ada', { open: true })
    expect(await shown('goes on')).toBe('named')
    await cast.change('ada', { open: false })
    expect(await shown('goes on')).toBe('via')
  })

  it('[P2] of the one between', async () => {
    const { cast } = scene
    expect(await shown('open')).toBe('named')
    await cast.change('ben', { open: false })
    expect(await shown('open')).toBe('via')
    const bytes = (await cast.client('fay').get('/api/feed', cast.after())).text
    for (const part of [cast.client('oda').me.id, cast.client('oda').me.handle, cast.client('oda').me.name]) {
      expect(bytes).not.toContain(part)
    }
    await cast.change('ben', { open: true })
    expect(await shown('open')).toBe('named')
  })

  it('in the feed as on the page', async () => {
    const { cast } = scene
    await cast.change('ada', { open: true })
    const page = FeedPage.parse((await cast.client('fay').get('/api/feed', cast.after())).body)
    const names = subjectsOn(page)
      .flatMap(({ voices }) => voices)
      .map(({ person }) => ('name' in person ? person.name : ''))
    expect(names).toContain(memberOf(cast.facts, 'ada').client.me.name)
    await cast.change('ada', { open: false })
    const again = await cast.client('fay').get('/api/feed', cast.after())
    expect(again.text).not.toContain(memberOf(cast.facts, 'ada').client.me.name)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUESTIONS } from './all-questions.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { pairOf } from './world-facts.ts'
import { maySee } from './world-rules.ts'
import { openScene, type Scene } from './world-scene.ts'
import { allSecrets, findLeaks, givenTo, withheldBut } from './world-secrets.ts'
import type { Wish } from './world-words.ts'

let scene: Scene
const listeners = new Map<string, Listener>()
// What strength may be felt in: which things are heard, and their order.
const HEARD = new Set([
  'GET /api/feed',
  'GET /api/asks/answerable',
  'GET /api/subjects/{id}',
  'GET /api/subjects/suggest',
  'GET /api/search',
  'GET /api/notifications',
  // The export once more, squeezed.
  'GET /api/export/archive',
  // What is the same for everybody, and is still being read in when the test begins.
  'GET /api/places',
  'GET /api/places/{id}',
])

beforeAll(async () => {
  scene = await openScene()
  const host = await listen(scene.world)
  const { facts, client } = scene.cast
  await Promise.all(
    [...facts.people.keys()].map(async (key) => {
      listeners.set(key, await new Listener(host, client(key)).hello())
    }),
  )
  // What the making of the scene still has to tell.
  await Promise.all([...listeners.values()].map((listener) => listener.settled()))
})

afterAll(async () => {
  for (const listener of listeners.values()) listener.close()
  await scene.world.close()
})

/** What everybody was told since the last time, without the word that shows that it is all. */
async function settle(known: readonly string[] = []): Promise<Map<string, unknown[]>> {
  const { facts } = scene.cast
  const secrets = allSecrets(facts)
  const told = await Promise.all(
    [...listeners].map(async ([key, listener]): Promise<[string, unknown[]]> => {
      const texts = await listener.settled()
      const answer = { status: 200, text: texts.join('\n'), headers: {}, body: undefined, code: undefined }
      const withheld = withheldBut(givenTo(facts, key), secrets)
      expect([key, findLeaks(withheld, answer, known)]).toEqual([key, []])
      return [key, changesIn(texts).filter((change) => !listener.isMarker(change))]
    }),
  )
  return new Map(told)
}

describe('who may not see a new post is told nothing, when it is made, changed and deleted', () => {
  const posts: Record<string, Wish> = {
    'for all ties, onward twice': { all: true, onward: 2 },
    'for the inner circle': { circles: ['inner'], onward: 1 },
    'without ben': { all: true, excepted: ['ben'], onward: 2 },
    'for cal alone': { singles: ['cal'], onward: 2 },
    'in the notebook': { notebook: true },
    'an offer': { all: true, interest: 'paid', onward: 2 },
    'a warning': { all: true, verdict: 'against', onward: 2 },
  }
  for (const [name, wish] of Object.entries(posts)) {
    it(`${name}`, async () => {
      const { cast } = scene
      const post = await cast.post(`live ${name}`, 'ada', wish)
      expectOnlyReaders(await settle(), post.key)
      cast.done(await cast.client('ada').patch(`/api/recommendations/${post.id}`, { stillTrue: true }))
      expectOnlyReaders(await settle(), post.key)
      const readers = readersOf(post.key)
      await cast.remove(post.key)
      expect(
        [...(await settle([post.id]))].filter(([key, told]) => told.length > 0 && !readers.has(key)),
      ).toEqual([])
    })
  }
})

it('[P17] who falls out of an audience is told that it is gone at most, and nothing of it afterwards', async () => {
  const { cast } = scene
  const post = await cast.post('narrowed', 'ada', { all: true, onward: 1 })
  const before = readersOf('narrowed')
  expectOnlyReaders(await settle(), 'narrowed')
  const audience = cast.audienceOf({ singles: ['cal'] })
  cast.done(await cast.client('ada').patch(`/api/recommendations/${post.id}`, { audience }))
  cast.rewrite('narrowed', { all: false, singles: ['cal'] })
  const gone = { kind: 'gone', id: post.id }
  const told = await settle([post.id])
  for (const [key, changes] of told) {
    if (readersOf('narrowed').has(key)) continue
    expect([key, changes]).toEqual([key, before.has(key) && changes.length > 0 ? [gone] : []])
  }
  cast.done(await cast.client('ada').patch(`/api/recommendations/${post.id}`, { stillTrue: true }))
  expectOnlyReaders(await settle(), 'narrowed')
})

describe('[P3] strength is silent: others read the same bytes and are told nothing', () => {
  let before: ReadonlyMap<string, string>

  beforeAll(async () => {
    const { cast } = scene
    // So that ben's word for oda decides whether rob hears her at all.
    const path = `/api/ties/${cast.facts.ties.get(pairOf('fay', 'rob'))}`
    cast.done(await cast.client('rob').patch(path, { closeness: 1 }))
    await settle()
    before = await readEverything()
  })

  for (const change of [
    { closeness: 5 },
    { closeness: 1 },
    { paused: true },
    { circles: [], closeness: null },
  ]) {
    it(`after ${JSON.stringify(change)}`, async () => {
      const { cast } = scene
      cast.done(await cast.client('ben').patch(tieWithOda(), change))
      await expectSilence()
    })
  }

  for (const outcome of ['helped', 'letDown']) {
    it(`after what ben says of what oda recommended: ${outcome}`, async () => {
      const { cast } = scene
      const wish = outcome === 'helped' ? { outcome } : { outcome, sentence: null }
      const path = `/api/recommendations/${cast.postOf('open').id}/outcome`
      cast.done(await cast.client('ben').send('PUT', path, wish))
      await expectSilence()
    })
  }

  it('after ben wants less of a kind from oda', async () => {
    const { cast } = scene
    cast.done(await cast.client('ben').post(`${tieWithOda()}/less`, { kind: 'craftsman' }))
    await expectSilence()
  })

  const tieWithOda = () => `/api/ties/${scene.cast.facts.ties.get(pairOf('ben', 'oda'))}`

  const expectSilence = async () => {
    const told = await settle()
    expect([...told].filter(([key, changed]) => key !== 'ben' && changed.length > 0)).toEqual([])
    for (const [asked, answer] of await readEverything()) {
      expect([asked, answer]).toEqual([asked, before.get(asked)])
    }
  }
})

/** Every answer that everybody but ben gets to a question about people that is no list of what is heard. */
async function readEverything(): Promise<Map<string, string>> {
  const { facts, client, after } = scene.cast
  const answers = new Map<string, string>()
  const reads = Object.entries(QUESTIONS).filter(([route]) => route.startsWith('GET') && !HEARD.has(route))
  for (const viewer of facts.people.keys()) {
    if (viewer === 'ben') continue
    const urls = reads
      .flatMap(([, questions]) => questions({ facts, viewer }).flatMap(({ something = [] }) => something))
      .map(({ url }) => url)
    await Promise.all(
      urls.map(async (url) => {
        const { status, text } = await client(viewer).get(url, after())
        answers.set(`${viewer} ${url}`, `${status} ${text}`)
      }),
    )
  }
  return answers
}

function readersOf(key: string): Set<string> {
  const { facts, postOf } = scene.cast
  return new Set([...facts.people.keys()].filter((viewer) => maySee(facts, viewer, postOf(key))))
}

function expectOnlyReaders(told: ReadonlyMap<string, readonly unknown[]>, key: string): void {
  const readers = readersOf(key)
  expect([...told].filter(([person, changes]) => changes.length > 0 && !readers.has(person))).toEqual([])
  const { id } = scene.cast.postOf(key)
  expect(told.get('ada')).toContainEqual({ kind: 'post', id })
}

import {
  BroughtImport,
  FeedPage,
  type ImportedThing,
  Imports,
  LIMITS,
  LookedAtImport,
  OwnRecommendations,
  ReadRecommendation,
  TakenBackImport,
} from '@kith/contract'
import { plainFacts, saying } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, type Person, tie, type World } from './api-world.ts'
import { blankPicture } from './blank-picture.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

function film(title: string, more: Partial<ImportedThing> = {}): ImportedThing {
  return {
    key: `${title} (1990)`,
    subject: { kind: 'film', title, creator: null, year: 1990 },
    basis: 'own',
    why: null,
    when: null,
    ...more,
  }
}

async function bring(person: Person, things: ImportedThing[]): Promise<BroughtImport> {
  const body = { source: 'letterboxd', language: 'en', things }
  return expectBody(BroughtImport, await person.post('/api/imports', body))
}

async function notebookOf(person: Person): Promise<string[]> {
  const { recommendations } = await person.read(OwnRecommendations, '/api/recommendations?notebook=true')
  return recommendations.map(({ voice }) => voice.subject.title).toSorted()
}

it('a file comes into the notebook, where nobody else hears of it, and twice makes nothing twice', async () => {
  const [ada, ben] = [await world.person('ada'), await world.person('ben')]
  await tie(ada, ben)
  const things = [film('Dead Man', { why: 'Slow, and right so.' }), film('Ghost Dog', { basis: 'heard' })]
  expect(await bring(ada, things)).toEqual({ made: 2, known: 0 })
  expect(await bring(ada, [...things, film('Paterson')])).toEqual({ made: 1, known: 2 })
  expect(await notebookOf(ada)).toEqual(['Dead Man', 'Ghost Dog', 'Paterson'])
  expect((await ben.read(FeedPage, '/api/feed')).cards).toEqual([])
  const { imports } = await ada.read(Imports, '/api/imports')
  expect(imports).toMatchObject([{ source: 'letterboxd', notes: 3 }])
  expect((await ben.read(Imports, '/api/imports')).imports).toEqual([])
})

it('brought twice at once it is there once, and the same name twice in a file is one note', async () => {
  const cleo = await world.person('cleo')
  const things = [film('Mystery Train'), film('Mystery Train'), film('Down by Law')]
  const brought = await Promise.all([bring(cleo, things), bring(cleo, things), bring(cleo, things)])
  expect(brought.map(({ made }) => made).toSorted((one, other) => one - other)).toEqual([0, 0, 2])
  expect(await notebookOf(cleo)).toEqual(['Down by Law', 'Mystery Train'])
})

it('what was brought before and what is called the same is said beforehand, of one’s own alone', async () => {
  const [dan, eva] = [await world.person('dan'), await world.person('eva')]
  await tie(dan, eva)
  const own = saying('Café Lumière', { subject: { ...plainFacts('film', 'Café Lumière'), year: 2003 } })
  const { voice } = expectBody(ReadRecommendation, await dan.post('/api/recommendations', own))
  await eva.post(
    '/api/recommendations',
    saying('Tokyo Story', { subject: plainFacts('film', 'Tokyo Story') }),
  )
  await bring(dan, [film('Still Walking')])
  const look = (title: string, year: number | null) => ({
    key: title,
    subject: { kind: 'film', title, creator: null, year },
  })
  const things = [
    look('cafe lumiere', 2003),
    look('CAFÉ LUMIÈRE', null),
    look('Café Lumière', 1990),
    look('Tokyo Story', null),
    { ...look('Still Walking', 1990), key: 'Still Walking (1990)' },
  ]
  const answer = await dan.post('/api/imports/look', { source: 'letterboxd', things })
  expect(expectBody(LookedAtImport, answer)).toEqual({
    known: ['Still Walking (1990)'],
    alike: ['CAFÉ LUMIÈRE', 'cafe lumiere'].map((key) => ({ key, post: voice.post, title: 'Café Lumière' })),
  })
})

it('an import is taken back in parts; what was changed or shown to anybody stays', async () => {
  const fay = await world.person('fay')
  const many = Array.from({ length: LIMITS.importBatch }, (_, at) => film(`Part ${at}`))
  await bring(fay, many)
  await bring(fay, [film('Shown'), film('Changed'), film('Pictured'), film('Left')])
  const { recommendations } = await fay.read(OwnRecommendations, '/api/recommendations?notebook=true')
  const idOf = (title: string) =>
    recommendations.find(({ voice }) => voice.subject.title === title)?.voice.post ?? ''
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  const shown = await fay.patch(`/api/recommendations/${idOf('Shown')}`, {
    audience,
    interest: 'none',
    words: { ...saying('Shown').words, why: 'See it.' },
  })
  const words = { ...saying('Changed').words, why: 'My own word.' }
  const changed = await fay.patch(`/api/recommendations/${idOf('Changed')}`, { words })
  const pictured = await fay.putPhoto(idOf('Pictured'), await blankPicture(), 'A ticket')
  expect([shown.status, changed.status, pictured.status]).toEqual([200, 200, 200])

  const takeBack = async () => expectBody(TakenBackImport, await fay.delete('/api/imports/letterboxd'))
  expect(await takeBack()).toEqual({ removed: LIMITS.importBatch, left: 1 })
  expect(await takeBack()).toEqual({ removed: 1, left: 0 })
  expect(await takeBack()).toEqual({ removed: 0, left: 0 })
  expect(await notebookOf(fay)).toEqual(['Changed', 'Pictured'])
  expect((await fay.get(`/api/recommendations/${idOf('Shown')}`)).status).toBe(200)
  // What went may come again; what stayed is known.
  expect(await bring(fay, [film('Left'), film('Shown')])).toEqual({ made: 1, known: 1 })
})

it('a part that is too long, of another kind or without a name is refused as a whole', async () => {
  const gil = await world.person('gil')
  const wrong = [
    Array.from({ length: LIMITS.importBatch + 1 }, (_, at) => film(`Part ${at}`)),
    [film('Fine'), film('', { key: 'empty' })],
    [film('Fine'), { ...film('Fine'), key: 'x'.repeat(LIMITS.importKey + 1) }],
    [],
  ]
  for (const things of wrong) {
    const answer = await gil.post('/api/imports', { source: 'letterboxd', language: 'en', things })
    expect(answer.code).toBe('invalid_input')
  }
  expect(await notebookOf(gil)).toEqual([])
  expect((await gil.delete('/api/imports/elsewhere')).code).toBe('not_found')
})

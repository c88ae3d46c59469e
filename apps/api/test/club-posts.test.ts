import {
  type Audience,
  AudienceHistory,
  AudiencePreview,
  ClubId,
  Comments,
  FeedPage,
  History,
  OwnRecommendations,
  ReadRecommendation,
  subjectsOn,
  type Voice,
} from '@kith/contract'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { type Answer, expectBody, openWorld, type Person, tie, type World } from './api-world.ts'
import { clubScene } from './club-scene.ts'
import { recommendationOf, token } from './world-words.ts'

let world: World
const scene = clubScene()
const NO_CLUB = ClubId.parse('00000000-0000-4000-8000-000000000000')
let [ada, ben, cleo, dan]: Person[] = []
let id: ClubId
let inClub: Audience
const ALL_TIES: Audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }

// The choir of Ada: Ben, a tie of hers, and Cleo, who is Ben's tie alone. Dan is a tie of Ada's and not in it.
beforeEach(async () => {
  world ??= await openWorld()
  const mark = token().slice(0, 8)
  ;[ada, ben, cleo, dan] = await Promise.all(
    ['ada', 'ben', 'cleo', 'dan'].map((one) => world.person(`${one}-${mark}`)),
  )
  await tie(of(ada), of(ben))
  await tie(of(ada), of(dan))
  await tie(of(ben), of(cleo))
  ;({ id } = await scene.found(of(ada)))
  inClub = { form: 'club', club: id }
  await scene.bring(of(ada), id, of(ben))
  await scene.bring(of(ben), id, of(cleo))
})

afterAll(() => world.close())

function of(one: Person | undefined): Person {
  if (!one) throw new Error('expected somebody')
  return one
}

type Wish = Parameters<typeof recommendationOf>[0]

async function recommend(by: Person, wish: Wish = {}, audience = inClub): Promise<ReadRecommendation> {
  const sent = await by.post('/api/recommendations', recommendationOf(wish, audience), scene.after())
  return expectBody(ReadRecommendation, scene.wrote(sent))
}

const path = (post: string) => `/api/recommendations/${post}`

async function see(who: Person, post: string): Promise<Voice | null> {
  const answer = await who.get(path(post), scene.after())
  return answer.status === 404 ? null : expectBody(ReadRecommendation, answer).voice
}

async function hears(who: Person, lane = 'feed'): Promise<string[]> {
  const page = expectBody(FeedPage, await who.get(`/api/feed?lane=${lane}`, scene.after()))
  return subjectsOn(page).flatMap(({ voices }) => voices.map(({ post }) => post))
}

async function change(by: Person, post: string, what: unknown): Promise<Answer> {
  const answer = await by.send('PATCH', path(post), what, scene.after())
  return answer.status === 200 ? scene.wrote(answer) : answer
}

async function own(by: Person, post: string) {
  return expectBody(ReadRecommendation, await by.get(path(post), scene.after())).own?.audience
}

it('is heard by every member, who knows what club it is for and by whom', async () => {
  const { voice } = await recommend(of(ada))
  expect(voice).toMatchObject({ audience: 'club', club: { id, name: 'The choir' }, way: 'own' })
  const [toBen, toCleo] = [await see(of(ben), voice.post), await see(of(cleo), voice.post)]
  expect(toBen).toMatchObject({ audience: 'club', club: { id }, way: 'club', person: { shown: 'tie' } })
  expect(toCleo).toMatchObject({
    way: 'club',
    chain: null,
    person: { shown: 'named', name: of(ada).me.name },
  })
  expect(await see(of(dan), voice.post)).toBeNull()
  for (const who of [of(ben), of(cleo)]) expect(await hears(who)).toContain(voice.post)
  expect(await hears(of(dan))).toEqual([])
})

it('shows its author beforehand and afterwards who of the club can see it, by name', async () => {
  const preview = async () => {
    const asked = { audience: inClub, onward: 2, interest: 'none', verdict: 'recommend' }
    return expectBody(AudiencePreview, await of(cleo).post('/api/audience/preview', asked, scene.after()))
  }
  const seers = [
    { shown: 'named', name: of(ada).me.name },
    { shown: 'tie', name: of(ben).me.name },
  ]
  expect(await preview()).toMatchObject({ ring1: seers, about: null })
  const { voice } = await recommend(of(cleo))
  const now = () => of(cleo).read(AudiencePreview, `${path(voice.post)}/audience`)
  expect(await now()).toMatchObject({ ring1: seers, about: null })
  // Whoever blocked the author does not see it, and is not named any more.
  scene.wrote(await of(ada).post('/api/blocks', { person: of(cleo).me.id }))
  expect((await preview()).ring1.map(({ name }) => name)).toEqual([of(ben).me.name])
  expect((await now()).ring1.map(({ name }) => name)).toEqual([of(ben).me.name])
  expect(await see(of(ada), voice.post)).toBeNull()
})

it('stands among its author’s own, whose words and deletion are as of any other', async () => {
  const { voice } = await recommend(of(ada))
  const mine = await of(ada).read(OwnRecommendations, '/api/recommendations')
  expect(mine.recommendations).toMatchObject([{ voice: { post: voice.post }, audience: inClub }])
  await change(of(ada), voice.post, { words: { ...voice.words, why: 'It is even better' } })
  expect(await see(of(cleo), voice.post)).toMatchObject({ edited: true, words: { why: 'It is even better' } })
  const history = expectBody(History, await of(cleo).get(`${path(voice.post)}/history`, scene.after()))
  expect(history.edits.map(({ words }) => words.why)).toEqual([voice.words.why])
  scene.wrote(await of(ada).delete(path(voice.post)))
  expect([await see(of(ada), voice.post), await see(of(ben), voice.post)]).toEqual([null, null])
})

it('is talked about among the members by name, thanked for, remembered and found out about', async () => {
  const { voice } = await recommend(of(ada))
  const say = (who: Person, text: string) => who.post(`${path(voice.post)}/comments`, { text }, scene.after())
  for (const [who, text] of [
    [of(cleo), 'from Cleo'],
    [of(ben), 'from Ben'],
  ] as const)
    scene.wrote(await say(who, text))
  const { comments } = expectBody(Comments, await of(cleo).get(`${path(voice.post)}/comments`, scene.after()))
  expect(comments.map(({ person }) => person.shown)).toEqual(['self', 'tie'])
  const { comments: byAda } = expectBody(Comments, await of(ada).get(`${path(voice.post)}/comments`))
  expect(byAda.map(({ person }) => person.shown)).toEqual(['named', 'tie'])
  const verbs = [
    ['PUT', 'remember', {}],
    ['POST', 'thanks', {}],
    ['PUT', 'outcome', { outcome: 'helped' }],
  ] as const
  for (const [method, verb, body] of verbs) {
    const asked = (who: Person) => who.send(method, `${path(voice.post)}/${verb}`, body, scene.after())
    expect([verb, (await asked(of(cleo))).status < 300]).toEqual([verb, true])
    expect([verb, (await asked(of(dan))).status]).toEqual([verb, 404])
  }
})

it('is heard no more by whoever paused the club, and seen no more by whoever left it', async () => {
  const { voice } = await recommend(of(ada))
  const pause = (paused: boolean) => of(ben).patch(`/api/clubs/${id}/membership`, { paused })
  scene.wrote(await pause(true))
  expect([await hears(of(ben)), (await see(of(ben), voice.post))?.post]).toEqual([[], voice.post])
  scene.wrote(await pause(false))
  expect(await hears(of(ben))).toEqual([voice.post])
  scene.wrote(await of(ben).delete(`/api/clubs/${id}/membership`))
  expect([await hears(of(ben)), await see(of(ben), voice.post)]).toEqual([[], null])
})

it('is for nobody but its author once he left or the club is closed, and for the members if he comes back', async () => {
  const { voice } = await recommend(of(ben))
  const { voice: host } = await recommend(of(ada))
  scene.wrote(await of(ben).delete(`/api/clubs/${id}/membership`))
  expect([await own(of(ben), voice.post), await see(of(cleo), voice.post)]).toEqual([
    { form: 'leftClub' },
    null,
  ])
  expect(await see(of(ben), voice.post)).toMatchObject({ audience: 'club', club: null })
  const seers = await of(ben).read(AudiencePreview, `${path(voice.post)}/audience`)
  expect(seers).toEqual({ ring1: [], about: null })
  await scene.bring(of(ada), id, of(ben))
  expect([await own(of(ben), voice.post), (await see(of(cleo), voice.post))?.post]).toEqual([
    inClub,
    voice.post,
  ])
  scene.wrote(await of(ada).delete(`/api/clubs/${id}`))
  for (const [author, post] of [
    [of(ada), host.post],
    [of(ben), voice.post],
  ] as const) {
    expect(await own(author, post)).toEqual({ form: 'leftClub' })
    expect(await see(of(cleo), post)).toBeNull()
    const mine = expectBody(OwnRecommendations, await author.get('/api/recommendations', scene.after()))
    expect(mine.recommendations.map((one) => one.voice.post)).toEqual([post])
  }
})

it('goes from club to notebook and to circles and back as its author says, and his history tells it', async () => {
  const { voice } = await recommend(of(ada))
  await change(of(ada), voice.post, { audience: { form: 'notebook' } })
  expect([await own(of(ada), voice.post), await see(of(ben), voice.post)]).toEqual([
    { form: 'notebook' },
    null,
  ])
  await change(of(ada), voice.post, { audience: ALL_TIES })
  expect([await see(of(dan), voice.post), await see(of(cleo), voice.post)]).toMatchObject([
    { audience: 'onward', club: null },
    { way: 'chain' },
  ])
  await change(of(ada), voice.post, { audience: inClub })
  expect([await see(of(dan), voice.post), (await see(of(cleo), voice.post))?.way]).toEqual([null, 'club'])
  const { changes } = await of(ada).read(AudienceHistory, `${path(voice.post)}/audience/history`)
  const names = ({ ties }: { ties: { name: string }[] }) => ties.map(({ name }) => name)
  expect(changes.map(({ cameIn, wentOut }) => [names(cameIn), names(wentOut)])).toEqual([
    [[], [of(dan).me.name]],
    [[of(ben).me.name, of(dan).me.name], []],
    [[], [of(ben).me.name]],
  ])
})

it('is addressed to a tie outside as any other, who does not learn that there is a club', async () => {
  const { voice } = await recommend(of(ada))
  scene.wrote(await of(ada).post(`${path(voice.post)}/address`, { to: of(dan).me.id }))
  expect(await see(of(dan), voice.post)).toMatchObject({ audience: 'chosen', club: null, way: 'addressed' })
  const { ring1 } = await of(ada).read(AudiencePreview, `${path(voice.post)}/audience`)
  expect(ring1.map(({ name }) => name)).toEqual([of(ben), of(cleo), of(dan)].map(({ me }) => me.name))
})

it('is heard, if it is paid, by ties who said yes to offers alone', async () => {
  const { voice } = await recommend(of(ada), { interest: 'paid' })
  expect([await hears(of(ben), 'offers'), await hears(of(cleo), 'offers')]).toEqual([[], []])
  const { offersQuestion } = expectBody(FeedPage, await of(ben).get('/api/feed', scene.after()))
  scene.wrote(await of(ben).patch(`/api/ties/${offersQuestion?.id}`, { offers: 'yes' }))
  expect([await hears(of(ben), 'offers'), await hears(of(cleo), 'offers')]).toEqual([[voice.post], []])
  expect([await hears(of(ben)), await hears(of(cleo))]).toEqual([[], []])
})

it('is for a club of the author’s own, and puts nobody forward for a job', async () => {
  const foreign = await of(dan).post('/api/recommendations', recommendationOf({}, inClub), scene.after())
  const unknown = await of(dan).post(
    '/api/recommendations',
    recommendationOf({}, { form: 'club', club: NO_CLUB }),
  )
  expect([foreign.code, unknown.text]).toEqual(['audience_unknown', foreign.text])
  const candidate = of(ben).me.id
  const put = { ...recommendationOf({ candidate }, inClub), candidate }
  expect((await of(ada).post('/api/recommendations', put, scene.after())).code).toBe('invalid_input')
  const { voice } = await recommend(of(ada), { candidate }, ALL_TIES)
  expect((await change(of(ada), voice.post, { candidate })).status).toBe(200)
  expect((await change(of(ada), voice.post, { audience: inClub })).code).toBe('invalid_input')
  expect((await change(of(ada), voice.post, { audience: inClub, candidate: null })).status).toBe(200)
  expect(await own(of(ada), voice.post)).toEqual(inClub)
})

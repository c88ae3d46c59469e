import {
  CaseContent,
  FoundForObjection,
  LIMITS,
  ObjectionState,
  OperatorCases,
  OperatorOverview,
  Operators,
} from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { tidy } from '../src/jobs/housekeeping.ts'
import { expectBody, type World } from './api-world.ts'
import { reporting } from './report-scene.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { token } from './world-words.ts'

let world: World
let cast: Cast
let scene: ReturnType<typeof reporting>

openSmallWorld(['me – ben', 'op – eve'], (...opened) => {
  ;[cast, world] = opened
  scene = reporting(cast, world)
})

const objection = (more: object = {}) => ({
  ...{ name: 'Carla Moser', entry: 'Carla Moser, Linz', why: 'I clean for nobody any more', language: 'en' },
  ...{ email: `${token()}@kith.test`, ...more },
})

async function linkIn(email: string, like = 'confirm'): Promise<string> {
  const letter = await world.letter(new RegExp(`To: ${email}[^]*${like}`))
  return /objection\/([\w-]{43})/.exec(letter)?.[1] ?? ''
}

async function confirmed() {
  await scene.emptyHouse()
  const wish = objection()
  expect((await world.anybody().post('/api/objections', wish)).status).toBe(202)
  const secret = await linkIn(wish.email)
  expect((await world.anybody().post(`/api/objections/${secret}/confirm`)).status).toBe(204)
  return { secret, email: wish.email, id: (await scene.onlyCase()).id }
}

const stateOf = (secret: string) => world.anybody().read(ObjectionState, `/api/objections/${secret}`)

describe('an objection', () => {
  it('[P31] is answered the same whatever is here, and read by nobody before its address is confirmed', async () => {
    const post = await cast.post('said', 'ben', { all: true })
    await scene.makeOperator('op')
    const about = objection({ entry: post.words[0] })
    const [one, other] = [
      await world.anybody().post('/api/objections', about),
      await world.anybody().post('/api/objections', objection()),
    ]
    expect([one.status, one.text]).toEqual([other.status, other.text])
    expect((await cast.client('op').read(OperatorCases, '/api/operator/cases')).cases).toEqual([])
    const secret = await linkIn(about.email)
    expect(await stateOf(secret)).toEqual({ state: 'unconfirmed', answer: null, mayAppeal: false })
    await world.anybody().post(`/api/objections/${secret}/confirm`)
    await world.anybody().post(`/api/objections/${secret}/confirm`)
    expect(await stateOf(secret)).toEqual({ state: 'open', answer: null, mayAppeal: false })
    const { cases } = await cast.client('op').read(OperatorCases, '/api/operator/cases')
    expect(cases.map(({ what, objection: said }) => [what, said?.entry])).toEqual([
      ['objection', post.words[0]],
    ])
  })

  it('said twice is one, and what a machine fills in is none', async () => {
    const [wish, machine] = [objection(), objection({ website: 'https://machine.test' })]
    for (const said of [wish, wish, machine])
      expect((await world.anybody().post('/api/objections', said)).status).toBe(202)
    const rows = await world.database.sql`
      select email from objection where email in ${world.database.sql([wish.email, machine.email])}`
    expect(rows).toEqual([{ email: wish.email }])
  })

  it('[P31] is looked into by exact words and with a reason, which every author is shown', async () => {
    const { id } = await confirmed()
    const post = await cast.post('named', 'ben', { all: true })
    const wish = { words: post.words[0], why: 'Somebody objected' }
    const searched = await cast.client('op').post(`/api/operator/cases/${id}/search`, wish)
    expect(expectBody(FoundForObjection, searched).found).toBe(1)
    const { cases } = await cast.client('op').read(OperatorCases, '/api/operator/cases')
    const found = cases.find((one) => one.found)
    const content = expectBody(CaseContent, await scene.content(found?.id ?? ''))
    expect(content.said.map(({ text }) => text)).toContain(post.words[0])
    await scene.decide(found?.id ?? '', 'asked')
    expect(await scene.looksAt('ben')).toMatchObject([
      { looks: [{ why: 'Somebody objected' }], decision: { outcome: 'asked' }, mayAppeal: true },
    ])
    const again = await cast
      .client('op')
      .post(`/api/operator/cases/${id}/search`, { ...wish, words: token() })
    expect(expectBody(FoundForObjection, again).found).toBe(0)
  })

  it('finds nothing in notebooks', async () => {
    const { id } = await confirmed()
    const note = await cast.post('note', 'ben', { notebook: true })
    const wish = { words: note.words[0], why: 'Somebody objected' }
    const searched = await cast.client('op').post(`/api/operator/cases/${id}/search`, wish)
    expect(expectBody(FoundForObjection, searched).found).toBe(0)
  })

  it('is answered by mail in the operator’s own words, and has one appeal by the link in it', async () => {
    const { id, email, secret } = await confirmed()
    expect((await scene.open(id)).code).toBe('outcome_unfit')
    expect((await scene.decide(id, 'dismissed')).code).toBe('outcome_unfit')
    expect((await scene.decide(id, 'answered', { reasons: 'It was changed' })).status).toBe(204)
    const answer = await linkIn(email, 'It was changed')
    expect((await world.anybody().get(`/api/objections/${secret}`)).code).toBe('not_found')
    expect(await stateOf(answer)).toEqual({ state: 'answered', answer: 'It was changed', mayAppeal: true })
    const appeal = () =>
      world.anybody().post(`/api/objections/${answer}/appeal`, { words: 'It is still there' })
    expect((await appeal()).status).toBe(204)
    expect((await appeal()).code).toBe('no_appeal')
    expect((await scene.onlyCase()).appeals).toEqual([{ by: 'objector', words: 'It is still there' }])
  })

  it('that nobody confirms is forgotten', async () => {
    const wish = objection()
    await world.anybody().post('/api/objections', wish)
    const secret = await linkIn(wish.email)
    scene.pass(LIMITS.objectionConfirmDays + 1)
    await tidy({ database: world.database, now: () => world.clock.at })
    expect((await world.anybody().get(`/api/objections/${secret}`)).code).toBe('not_found')
  })
})

describe('the page of the operator', () => {
  it('holds numbers, and no name', async () => {
    const { id: _id } = await confirmed()
    const answer = await cast.client('op').get('/api/operator')
    const { health, queue, versions, people, signUps } = expectBody(OperatorOverview, answer)
    expect(health.lagMs).toBeGreaterThanOrEqual(0)
    expect(health.processes).toBeGreaterThanOrEqual(1)
    expect(queue).toEqual({ cases: 1, jobs: null })
    expect(versions.postgres).toMatch(/^1\d/)
    expect([people > 3, signUps.length]).toEqual([true, LIMITS.signUpDays])
    expect(signUps.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(3)
    for (const key of ['me', 'ben', 'op', 'eve']) expect(answer.text).not.toContain(cast.client(key).me.name)
  })

  it('lets an operator name one of his own ties, and take that back; the last one stays', async () => {
    await confirmed()
    const url = (key: string) => `/api/operator/operators/${cast.client(key).me.handle}`
    const op = cast.client('op')
    expect((await op.send('PUT', url('me'))).code).toBe('not_found')
    const { operators } = expectBody(Operators, await op.send('PUT', url('eve')))
    expect(operators.map(({ name }) => name).toSorted()).toEqual(
      ['eve', 'op'].map((key) => cast.client(key).me.name).toSorted(),
    )
    expect((await cast.client('eve').get('/api/operator')).status).toBe(200)
    expect((await cast.client('eve').delete(url('op'))).status).toBe(200)
    expect((await op.get('/api/operator')).code).toBe('not_found')
    expect((await cast.client('eve').delete(url('eve'))).code).toBe('last_operator')
  })
})

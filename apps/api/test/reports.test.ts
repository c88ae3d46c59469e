import { CaseContent, Comment, LIMITS, Message, OpenedThread, ReadRecommendation } from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { tidy } from '../src/jobs/housekeeping.ts'
import { expectBody, type World } from './api-world.ts'
import { blankPicture } from './blank-picture.ts'
import { made, reporting } from './report-scene.ts'
import { openSmallWorld } from './small-world.ts'
import { answerByLink, linkAsk } from './world-ask-links.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

let world: World
let cast: Cast
let scene: ReturnType<typeof reporting>

openSmallWorld(['me – ben', 'me – eve', 'op', 'far'], (...opened) => {
  ;[cast, world] = opened
  scene = reporting(cast, world)
})

async function said(author = 'ben') {
  await scene.emptyHouse()
  return cast.post('said', author, { all: true, interest: 'none' })
}

const aboutPost = (id: string) => ({ what: 'recommendation', id })

async function reported() {
  const post = await said()
  return { post, report: made(await scene.report('me', aboutPost(post.id))) }
}

async function message(by = 'ben', text = 'Or else') {
  const tie = cast.facts.ties.get(pairOf('me', 'ben')) ?? ''
  const { id } = expectBody(OpenedThread, await cast.client(by).post(`/api/ties/${tie}/thread`))
  return expectBody(Message, await cast.client(by).post(`/api/threads/${id}/messages`, { text }))
}

describe('what can be reported', () => {
  it('is what one may see now and is not one’s own; what one may not see is not there', async () => {
    const post = await said()
    const ask = await cast.ask('asked', 'ben', { all: true })
    const link = await linkAsk(cast, await cast.ask('mine', 'me', { all: true }))
    await answerByLink(world, cast, link)
    await cast.face('ben', await blankPicture())
    const commented = await cast
      .client('ben')
      .post(`/api/recommendations/${post.id}/comments`, { text: 'So' })
    const about = [
      aboutPost(post.id),
      { what: 'ask', id: ask.id },
      { what: 'comment', id: expectBody(Comment, commented).id },
      { what: 'message', id: (await message()).id },
      { what: 'person', handle: cast.client('ben').me.handle },
      { what: 'face', handle: cast.client('ben').me.handle },
      { what: 'guestAnswer', id: link.answers[0]?.id },
    ]
    const statuses = async (by: string) =>
      Promise.all(about.map(async (one) => (await scene.report(by, one)).status))
    expect(await statuses('me')).toEqual([201, 201, 201, 201, 201, 201, 201])
    // Whoever can be found by his handle can be reported under it.
    expect(await statuses('far')).toEqual([404, 404, 404, 404, 201, 404, 404])
    expect(await statuses('ben')).toEqual([404, 404, 404, 404, 404, 404, 404])
    await cast.endTie('me', 'ben')
    expect(await statuses('me')).toEqual([404, 404, 404, 409, 409, 404, 409])
    const unknown = await scene.report('far', aboutPost(crypto.randomUUID()))
    expect((await scene.report('far', aboutPost(post.id))).text).toBe(unknown.text)
  })

  it('is reported once, and so much a day', async () => {
    const { post } = await reported()
    expect((await scene.report('me', aboutPost(post.id))).code).toBe('already_reported')
    const { id } = cast.client('me').me
    await world.database.sql`
      insert into report (id, what, object, reporter, reason, made_at)
      select gen_random_uuid(), 'ask', gen_random_uuid(), no, 'other', ${world.clock.at.toISOString()}
      from person, generate_series(2, ${LIMITS.reportsPerDay}) where id = ${id}`
    const about = { what: 'message', id: (await message()).id }
    expect((await scene.report('me', about)).code).toBe('too_many_reports_today')
    scene.pass(1.01)
    expect((await scene.report('me', about)).status).toBe(201)
    const wrong = { reason: 'interest' }
    expect((await scene.report('me', { what: 'ask', id: post.id }, wrong)).code).toBe('invalid_input')
  })

  it('[P33] stays where it is, and its author is told nothing before a decision', async () => {
    const post = await said()
    const pages = ['/api/notifications', '/api/reports/about-me', `/api/recommendations/${post.id}`]
    const seen = () => Promise.all(pages.map(async (url) => (await cast.client('ben').get(url)).body))
    const before = await seen()
    const { id } = made(await scene.report('me', aboutPost(post.id)))
    await scene.open(id)
    expect((await seen()).slice(1)).toEqual(before.slice(1))
    expect(await scene.newsOf('ben')).toEqual([])
    expect((await cast.client('me').get(`/api/recommendations/${post.id}`)).status).toBe(200)
  })
})

describe('the operator', () => {
  it('[P33] reads nothing more than anybody else, and of a case nothing but why it was reported', async () => {
    const { post, report } = await reported()
    expect((await cast.client('op').get(`/api/recommendations/${post.id}`)).status).toBe(404)
    const list = await cast.client('op').get('/api/operator/cases')
    for (const secret of [...post.words, post.id, cast.client('me').me.name, cast.client('ben').me.name])
      expect(list.text).not.toContain(secret)
    expect(await scene.onlyCase()).toMatchObject({ id: report.id, what: 'recommendation', openUntil: null })
    expect(list.text).toContain('It threatens me')
  })

  it('[P33] opens one thing, with a reason, for an hour, and each look is written down', async () => {
    const { post, report } = await reported()
    expect((await scene.content(report.id)).code).toBe('look_first')
    expect((await scene.open(report.id, 'op', ' ')).code).toBe('invalid_input')
    expect((await scene.open(report.id)).status).toBe(201)
    const content = expectBody(CaseContent, await scene.content(report.id))
    expect(content.said.map(({ text }) => text)).toEqual(expect.arrayContaining([...post.words]))
    scene.pass(1 / 24 + 0.001)
    expect((await scene.content(report.id)).code).toBe('look_first')
    const looks = await world.database.sql`select why from report_look where report = ${report.id}`
    expect(looks).toEqual([{ why: 'To see what it says' }])
  })

  it('opens nothing for another operator, and nothing once he is none', async () => {
    const { report } = await reported()
    await scene.makeOperator('far')
    await scene.open(report.id)
    expect((await scene.content(report.id, 'far')).code).toBe('look_first')
    await world.database.sql`update person set operator = false where id = ${cast.client('op').me.id}`
    expect((await scene.content(report.id)).code).toBe('not_found')
  })

  it('is not there for anybody else, whatever is sent', async () => {
    const { report } = await reported()
    const { text } = await cast.client('me').get('/api/no-such-page')
    const answers = await Promise.all([
      cast.client('me').get('/api/operator'),
      cast.client('me').get('/api/operator/cases'),
      cast.client('me').post(`/api/operator/cases/${report.id}/looks`, { wrong: true }),
      cast.client('me').post(`/api/operator/cases/${report.id}/decision`, {}),
      cast.client('me').get('/api/operator/operators'),
    ])
    for (const answer of answers) expect([answer.status, answer.text]).toEqual([404, text])
  })

  it('does not read what its author took back into his notebook', async () => {
    const { post, report } = await reported()
    await scene.open(report.id)
    cast.done(
      await cast.client('ben').patch(`/api/recommendations/${post.id}`, { audience: { form: 'notebook' } }),
    )
    expect(expectBody(CaseContent, await scene.content(report.id)).said).toEqual([])
  })

  it('reads a message as it was when it was reported, whatever became of it', async () => {
    await said()
    const { id } = await message()
    const report = made(await scene.report('me', { what: 'message', id }))
    cast.done(await cast.client('ben').delete(`/api/messages/${id}`))
    await scene.open(report.id)
    const { said: kept } = expectBody(CaseContent, await scene.content(report.id))
    expect(kept).toEqual([{ field: 'text', text: 'Or else' }])
  })
})

describe('a decision', () => {
  it('that it is removed removes it for everybody, and both are told why', async () => {
    const { post, report } = await reported()
    expect((await scene.decide(report.id, 'removed')).code).toBe('look_first')
    await scene.open(report.id)
    expect((await scene.decide(report.id, 'removed')).status).toBe(204)
    for (const key of ['me', 'ben'])
      expect((await cast.client(key).get(`/api/recommendations/${post.id}`)).status).toBe(404)
    const [mine] = await scene.reportsOf('me')
    expect(mine).toMatchObject({
      decision: { outcome: 'removed', reasons: 'For a reason' },
      waiting: false,
      mayAppeal: false,
    })
    const [his] = await scene.looksAt('ben')
    expect(his).toMatchObject({
      decision: { outcome: 'removed', reasons: 'For a reason' },
      looks: [{ why: 'To see what it says' }],
      mayAppeal: true,
    })
    expect(his?.said.map(({ text }) => text)).toEqual(expect.arrayContaining([...post.words]))
    expect(JSON.stringify(his)).not.toContain('It threatens me')
    expect([await scene.newsOf('me'), await scene.newsOf('ben')]).toEqual([['report'], ['look']])
    expect((await scene.decide(report.id, 'dismissed')).code).toBe('case_closed')
  })

  it('that an interest was false raises it, and the author cannot lower it', async () => {
    const { post, report } = await reported()
    await scene.open(report.id)
    const raised = { interest: 'paid', interestWords: 'He owns the shop' }
    expect((await scene.decide(report.id, 'interest', raised)).status).toBe(204)
    const { voice } = await cast.client('ben').read(ReadRecommendation, `/api/recommendations/${post.id}`)
    expect(voice).toMatchObject({ interest: 'paid', words: { interestWords: 'He owns the shop' } })
    const lowered = await cast.client('ben').patch(`/api/recommendations/${post.id}`, { interest: 'none' })
    expect(lowered.code).toBe('interest_may_only_rise')
  })

  it('fits what it is about', async () => {
    await said()
    const { id } = made(await scene.report('me', { what: 'person', handle: cast.client('ben').me.handle }))
    await scene.open(id)
    expect((await scene.decide(id, 'removed')).code).toBe('outcome_unfit')
    expect((await scene.decide(id, 'answered')).code).toBe('outcome_unfit')
    expect((await scene.decide(id, 'asked')).status).toBe(204)
  })

  it('removes comments, messages, faces, asks and what guests answered', async () => {
    const post = await said()
    const ask = await cast.ask('asked', 'ben', { all: true })
    const link = await linkAsk(cast, await cast.ask('mine', 'me', { all: true }))
    await answerByLink(world, cast, link)
    await cast.face('ben', await blankPicture())
    const comments = `/api/recommendations/${post.id}/comments`
    const { id: comment } = expectBody(Comment, await cast.client('ben').post(comments, { text: 'So' }))
    const { id } = await message()
    for (const about of [
      { what: 'ask', id: ask.id },
      { what: 'comment', id: comment },
      { what: 'message', id },
      { what: 'face', handle: cast.client('ben').me.handle },
      { what: 'guestAnswer', id: link.answers[0]?.id },
    ]) {
      const report = made(await scene.report('me', about))
      await scene.open(report.id)
      expect([about.what, (await scene.decide(report.id, 'removed')).status]).toEqual([about.what, 204])
    }
    const gone = await world.database.sql`
      select (select count(*) from ask where post in (select no from post where id = ${ask.id}))
        + (select count(*) from comment where id = ${comment}) + (select count(*) from message where id = ${id})
        + (select count(*) from face f join person p on p.no = f.person where p.id = ${cast.client('ben').me.id})
        + (select count(*) from guest_answer where id = ${link.answers[0]?.id ?? ''}) as left`
    expect(gone).toEqual([{ left: '0' }])
  })
})

it('[P33] a look that is never followed by a decision is shown all the same, some time later', async () => {
  const { report } = await reported()
  await scene.open(report.id)
  scene.pass(LIMITS.lookHiddenDays - 1)
  expect(await scene.looksAt('ben')).toEqual([])
  scene.pass(1)
  expect(await scene.looksAt('ben')).toMatchObject([
    { decision: null, looks: [{ why: 'To see what it says' }] },
  ])
  expect(await scene.newsOf('ben')).toEqual(['look'])
})

it('a decided case is forgotten with everything in it, an open one is not', async () => {
  const { report } = await reported()
  const open = made(await scene.report('eve', { what: 'person', handle: cast.client('me').me.handle }))
  await scene.open(report.id)
  await scene.decide(report.id, 'asked')
  scene.pass(LIMITS.caseKeptDays + 1)
  await tidy({ database: world.database, now: () => world.clock.at })
  const left = await world.database.sql`
    select id from report union all select report from report_look union all select report from report_decision`
  expect(left.map(({ id }) => id)).toEqual([open.id])
})

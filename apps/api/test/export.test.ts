import { Export, LIMITS } from '@kith/contract'
import { plainFacts, saying } from '@kith/testkit/plain-post'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type Person, tie, type World } from './api-world.ts'
import { blankPicture } from './blank-picture.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** The archive, file by file. */
async function unpack(person: Person): Promise<Record<string, Uint8Array>> {
  const answer = await world.app.inject({
    url: '/api/export/archive',
    headers: { cookie: person.cookie },
  })
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'cache-control': 'private, no-store',
    'content-disposition': 'attachment; filename="kith.zip"',
  })
  return unzipSync(answer.rawPayload)
}

it('everything of mine is in it, page after page, as JSON with its schema and as a page to read', async () => {
  const [ada, ben] = [await world.person('ada', { language: 'de' }), await world.person('ben')]
  const between = await tie(ada, ben)
  await ada.patch(`/api/ties/${between}`, { closeness: 4 })
  for (let at = 0; at <= LIMITS.page; at++) {
    const note = saying(`Note ${at}`, { audience: { form: 'notebook' }, interest: null })
    await ada.post('/api/recommendations', note)
  }
  const told = saying('Roofer', { subject: plainFacts('craftsman', 'Roofer') })
  const made = await ada.post('/api/recommendations', {
    ...told,
    words: { ...told.words, why: '<b>Dry</b> & "fine"' },
  })
  const post = String(JSON.parse(made.text).voice.post)
  await ada.putPhoto(post, await blankPicture())
  await ben.post(`/api/recommendations/${post}/thanks`, { words: 'It held.' })

  await ada.post('/api/me/to-invite', { names: ['Paula <b>Moser'] })

  const all = await ada.read(Export, '/api/export')
  expect(all.recommendations).toHaveLength(LIMITS.page + 2)
  expect(all.ties).toMatchObject([{ person: { name: 'Ben', closeness: 4 } }])
  expect(all.toInvite.map(({ name }) => name)).toEqual(['Paula <b>Moser'])
  expect(all.me.email).toBe('ada@kith.test')

  const files = await unpack(ada)
  expect(Object.keys(files).toSorted()).toEqual(
    ['kith.html', 'kith.json', 'kith.schema.json', `photos/${post}.webp`].toSorted(),
  )
  const { made: _moment, ...kept } = Export.parse(
    JSON.parse(strFromU8(files['kith.json'] ?? new Uint8Array())),
  )
  expect(kept).toEqual((({ made: _other, ...rest }) => rest)(all))
  const schema = JSON.parse(strFromU8(files['kith.schema.json'] ?? new Uint8Array()))
  expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(all).toSorted())
  const page = strFromU8(files['kith.html'] ?? new Uint8Array())
  expect(page).toContain('Was Ada bei Kith gehört')
  expect(page).toContain('„&lt;b&gt;Dry&lt;/b&gt; &amp; &quot;fine&quot;“')
  expect(page).toContain(`<img src="photos/${post}.webp"`)
  expect(page).toContain('<h2>Wen du einladen willst</h2><ul><li>Paula &lt;b&gt;Moser</li></ul>')
  expect(page).not.toMatch(/<script|<b>Dry|<b>Moser/)
})

it('[P30] what others keep about me, and what is not shown to me any more, is not in it', async () => {
  const [eva, tom] = [await world.person('eva'), await world.person('tom')]
  const [former, blocked, out, stranger] = [
    await world.person('former'),
    await world.person('blocked'),
    await world.person('out'),
    await world.person('stranger'),
  ]
  const withTom = await tie(eva, tom)
  await tom.patch(`/api/ties/${withTom}`, { closeness: 1 })
  await tom.post('/api/circles', { name: 'People whom I avoid', kind: 'business' })
  const ended = await tie(eva, former)
  await tie(eva, blocked)
  const left = await tie(eva, out)
  expect(left).not.toBe('')
  const posts = new Map<string, string>()
  for (const person of [former, blocked, out, stranger, tom]) {
    const title = `Word of ${person.me.handle}`
    const answer = await person.post('/api/recommendations', saying(title))
    posts.set(person.me.handle, String(JSON.parse(answer.text).voice.post))
  }
  for (const name of ['former', 'blocked', 'out', 'tom']) {
    const path = `/api/recommendations/${posts.get(name)}/remember`
    const answer = await eva.send('PUT', path, { reason: null })
    expect([name, answer.status < 300]).toEqual([name, true])
  }
  expect((await eva.get('/api/export')).text).toContain('Word of former')

  await former.delete(`/api/ties/${ended}`)
  await blocked.post('/api/blocks', { person: eva.me.id })
  const excepted = [eva.me.id]
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted }
  await out.patch(`/api/recommendations/${posts.get('out')}`, { audience })

  const { text } = await eva.get('/api/export')
  expect(text).toContain('Word of tom')
  for (const gone of ['former', 'blocked', 'out', 'stranger']) expect(text).not.toContain(`Word of ${gone}`)
  expect(text).not.toContain('People whom I avoid')
  const all = await eva.read(Export, '/api/export')
  expect(all.ties.map(({ person }) => [person.name, person.closeness])).toEqual([
    ['Out', null],
    ['Tom', null],
  ])
  expect(all.blocks).toEqual([])
})

it('nobody else gets it, and not as often as he likes', async () => {
  expect((await world.anybody().get('/api/export')).code).toBe('signed_out')
  expect((await world.anybody().get('/api/export/archive')).code).toBe('signed_out')
  const strict = await openWorld({ rates: { exportPerPerson: { max: 1, seconds: 600 } } })
  const kim = await strict.person('kim')
  const codes = [await kim.get('/api/export'), await kim.get('/api/export/archive')].map(({ code }) => code)
  await strict.close()
  expect(codes).toEqual([undefined, 'rate_limited'])
})

// Every table that names a person, and where in his export its rows stand, or why they do not.
const TABLES: Readonly<Record<string, string>> = {
  account: 'no: the hash of a password, with which somebody could try to find it',
  addressing: 'forMe; of my own posts: no, as passes',
  askable: 'askables',
  askable_person: 'askables',
  audience_move: 'no: whom I let in and out of a post names who was a tie once; it is read at the post',
  block: 'blocks',
  candidacy: 'recommendations',
  circle: 'circles',
  closed_kind: 'closed',
  closed_person: 'closed',
  club: 'clubs',
  club_invitation: 'clubs',
  club_member: 'clubs',
  comment: 'words',
  comment_written: 'no: that something was said lately, for a limit',
  face: 'photos/me.webp',
  for_me_look: 'no: when a page was open',
  hidden_post: 'hidden',
  hidden_voice: 'hidden',
  idempotency: 'no: answers kept for a day',
  imported_note: 'imports',
  introduction: 'introductions',
  introduction_never: 'introductions',
  introduction_side: 'introductions',
  invitation: 'invitations',
  join_code_use: 'no: tries, for a limit',
  left_handle: 'no: handles that stay taken',
  message: 'threads',
  notification: 'no: what they tell of stands in its own part',
  notification_look: 'no: when a page was open',
  outcome: 'words',
  outcome_question: 'no: when to ask',
  pass: 'forMe; of mine: no, what became of them would tell of their recipients',
  passkey: 'passkeys',
  post: 'recommendations, asks',
  post_person: 'recommendations, asks',
  remembered: 'remembered',
  report: 'no: what is for the operator, and what he decides, is read on its own page',
  report_decision: 'no: as reports',
  report_look: 'no: as reports',
  session: 'sessions',
  telling_choice: 'telling',
  telling_mark: 'no: up to when I was told',
  thanks: 'words, thanks',
  thanks_hop: 'thanks',
  thread_member: 'threads',
  tie: 'ties',
  tie_request: 'requests',
  tie_side: 'ties',
  to_invite: 'toInvite',
}

it('of every table that names a person it is known where it stands in his export', async () => {
  const rows = await world.database.sql<{ name: string }[]>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'person'::regclass order by 1`
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(TABLES))
  const parts = new Set<string>([...Object.keys(Export.shape), 'photos/me.webp', 'no'])
  for (const where of Object.values(TABLES)) {
    for (const part of (where.split(/[;:]/)[0] ?? '').split(', ')) expect(parts).toContain(part)
  }
})

import { readFileSync } from 'node:fs'
import type { ChangeRecommendation, MakeRecommendation } from '@kith/contract'
import { plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from './graph-world.ts'
import { code } from './refusal-code.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

async function pair() {
  const [ada, ben] = [await world.person('Ada'), await world.person('Ben')]
  await world.tie(ada, ben)
  return { ada, ben }
}

const jobOf = (title: string) => ({ ...plainFacts('job', title), role: 'baker', field: 'food' })

it('says of each kind what belongs to it, and refuses what belongs to another', async () => {
  const { ada, ben } = await pair()
  const { words } = world.said({ title: '' })
  const subject = jobOf('Baker wanted')
  const job = await world.recommend(ada, { title: '', subject, words: { ...words, hours: 'part' } })
  expect((await world.live.reading.read(ben, job.id)).voice).toMatchObject({
    subject: { role: 'baker', field: 'food' },
    words: { hours: 'part' },
  })
  const make = (wish: Parameters<typeof world.said>[0]) =>
    code(world.live.recommendations.make(ada, world.said(wish), undefined))
  const inn = { ...subject, kind: 'restaurant' as const }
  expect(await make({ title: '', subject: inn })).toBe('invalid_input')
  expect(await make({ title: 'x', words: { ...words, occasion: 'a wedding' } })).toBe('invalid_input')
  const occasion = { words: { ...words, occasion: 'a wedding' } }
  expect(await code(world.live.recommendations.change(ada, job.id, occasion))).toBe('invalid_input')
})

it('lets partners be sought in a paid post alone', async () => {
  const { ada } = await pair()
  const words = { ...world.said({ title: '', interest: 'paid' }).words, partnersSought: true }
  const make = (wish: Partial<MakeRecommendation>) =>
    code(
      world.live.recommendations.make(
        ada,
        { ...world.said({ title: 'Pyramid' }), ...wish, words },
        undefined,
      ),
    )
  expect(await make({ interest: 'none' })).toBe('partners_only_when_paid')
  expect(await make({ interest: 'connected' })).toBe('partners_only_when_paid')
  expect(await make({ interest: null, audience: { form: 'notebook' } })).toBe('partners_only_when_paid')
  expect(await make({ interest: 'paid' })).toBe('done')
})

it('a job ends after its last day where its author lives, and when it is filled', async () => {
  const { ada, ben } = await pair()
  await world.sql`update person set time_zone = 'America/New_York' where no = ${ada.no}`
  const { words } = world.said({ title: '' })
  const job = await world.recommend(ada, {
    title: '',
    subject: jobOf('Baker'),
    words: { ...words, ends: '2099-06-30' },
  })
  const before = world.now()
  const seenAt = async (at: string) => {
    world.setTime(new Date(at))
    const seen = await code(world.live.reading.read(ben, job.id))
    world.setTime(before)
    return seen
  }
  expect(await seenAt('2099-07-01T03:59:00Z')).toBe('done')
  expect(await seenAt('2099-07-01T04:00:00Z')).toBe('not_found')

  const change = (what: ChangeRecommendation) => world.live.recommendations.change(ada, job.id, what)
  expect((await change({ filled: true })).value.own?.expires).toBe(before.toISOString())
  expect(await code(world.live.reading.read(ben, job.id))).toBe('not_found')
  expect((await change({ filled: false })).value.own?.expires).toBe('2099-07-01T04:00:00.000Z')
  expect(await code(world.live.reading.read(ben, job.id))).toBe('done')
  expect((await change({ words: { ...words, ends: null } })).value.own?.expires).toBeNull()
  const book = await world.recommend(ada, { title: 'Book' })
  expect(await code(world.live.recommendations.change(ada, book.id, { filled: true }))).toBe('invalid_input')
})

it('reads words that were kept before there were fields of a kind', async () => {
  const { ada, ben } = await pair()
  const post = await world.recommend(ada, { title: 'Mill' })
  const { words } = world.said({ title: '' })
  await world.live.recommendations.change(ada, post.id, { words: { ...words, why: 'Better flour.' } })
  await world.sql`
    update recommendation_edit set words = words - '{partnersSought,occasion,hours,ends}'::text[]
    where post = ${post.no}`
  await world.sql.unsafe(readFileSync(new URL('../migrations/0006_kept-words.sql', import.meta.url), 'utf8'))
  const { edits } = await world.live.reading.history(ben, post.id)
  expect(edits.map((edit) => edit.words)).toEqual([{ ...words, why: 'why Mill' }])
})

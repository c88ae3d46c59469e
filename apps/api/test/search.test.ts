import type { Card, SearchQuery, Words } from '@kith/contract'
import { plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tidy } from '../src/jobs/housekeeping.ts'
import { forTies, openWorld, type World } from './graph-world.ts'
import type { Somebody } from './world-writes.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

const titlesOf = (cards: readonly Card[]) => cards.map(({ subject }) => subject.title)

/** The titles that are found, which are the same however they are looked for. */
async function titles(viewer: Somebody, q: string, filters: Partial<SearchQuery> = {}): Promise<string[]> {
  const query: SearchQuery = { q, ...filters }
  const { cards } = await world.live.search.read(viewer, query)
  const otherwise = await world.live.searchAmongHeard.read(viewer, query)
  expect(otherwise.cards).toEqual(cards)
  return titlesOf(cards)
}

interface Says {
  readonly title: string
  readonly place?: string
  readonly creator?: string
  readonly trade?: string
  readonly words?: Partial<Words>
}

function say(author: Somebody, { title, place, creator, trade, words }: Says, more: object = {}) {
  const plain = world.said({ title })
  return world.recommend(author, {
    title,
    subject: {
      ...plainFacts('craftsman', title),
      place: place ?? null,
      creator: creator ?? null,
      trade: trade ?? null,
    },
    words: { ...plain.words, why: 'Worth it.', ...words },
    ...more,
  })
}

async function pair() {
  const [vera, tom] = [await world.person('Vera'), await world.person('Tom')]
  await world.tie(vera, tom)
  return { vera, tom }
}

describe('words', () => {
  it('are found in every part of a recommendation, without case and accents, in German and in English', async () => {
    const { vera, tom } = await pair()
    await say(tom, {
      title: 'Zimmerei Šmíd',
      place: 'Gärtnergasse',
      creator: 'Lindner',
      trade: 'Spengler',
      words: {
        why: 'Opened our roofs; die Häuser stehen wieder.',
        forWhom: 'whoever has patience',
        notForWhom: 'Eilige',
        contact: 'smid-dach.at/kontakt',
        when: 'Sommer',
      },
    })
    await world.catchUp()
    const found = [
      'smid',
      'ŠMÍD',
      'gartnergasse',
      'lindner',
      'spengler',
      'roof',
      'haus',
      'Häuser',
      'opening',
      'patient',
      'eilig',
    ]
    for (const q of [...found, 'dach', 'kontakt', 'sommer', 'roof smid']) {
      expect([q, await titles(vera, q)]).toEqual([q, ['Zimmerei Šmíd']])
    }
    for (const q of ['flachbau', 'roof flachbau', 'roof -smid', '!!!', 'the']) {
      expect([q, await titles(vera, q)]).toEqual([q, []])
    }
  })

  it('in quotes are a phrase, and the last one may be unfinished', async () => {
    const { vera, tom } = await pair()
    await say(tom, { title: 'Huber', words: { why: 'Tin gutters, and good carpentry.' } })
    await world.catchUp()
    for (const q of ['"good carpentry"', '„good carpentry“', 'carpen', 'good carp', 'carpentry good']) {
      expect([q, await titles(vera, q)]).toEqual([q, ['Huber']])
    }
    for (const q of ['"carpentry good"', '"carpen"', 'carpen good -tin']) {
      expect([q, await titles(vera, q)]).toEqual([q, []])
    }
  })

  it('that nobody wrote are taken for similar ones, and the page says so', async () => {
    const { vera, tom } = await pair()
    await say(tom, { title: 'Tischlerei Moser', place: 'Gratwein' })
    await world.catchUp()
    for (const q of ['Tischlerey', 'gratwien', 'Tischlerey gratwien']) {
      const page = await world.live.search.read(vera, { q })
      expect([q, titlesOf(page.cards), page.nearly]).toEqual([q, ['Tischlerei Moser'], true])
    }
    expect(await world.live.search.read(vera, { q: 'tischlerei' })).toMatchObject({ nearly: false })
    expect(await world.live.search.read(vera, { q: 'zahnarzt' })).toEqual({
      cards: [],
      cursor: null,
      nearly: false,
    })
  })
})

describe('who finds what', () => {
  it('is what I hear, wrote and was addressed with, and nothing else', async () => {
    const { vera, tom } = await pair()
    const [far, stranger] = [await world.person('Far'), await world.person('Stranger')]
    await world.tie(tom, far)
    const uma = await world.person('Uma')
    await world.tie(vera, uma)
    await world.tie(tom, uma)
    await say(vera, { title: 'own note' }, { audience: { form: 'notebook' } })
    await say(tom, { title: 'near note' })
    await say(far, { title: 'far note' }, { onward: 1 })
    await say(far, { title: 'kept note' }, { onward: 0 })
    await say(stranger, { title: 'strange note' })
    await say(tom, { title: 'left-out note' }, { audience: forTies({ all: true, excepted: [vera.id] }) })
    const given = await say(uma, { title: 'given note' }, { audience: forTies({ singles: [tom.id] }) })
    await world.address(given, vera)
    await world.catchUp()
    const found = await titles(vera, 'note')
    expect(found.toSorted()).toEqual(['far note', 'given note', 'near note', 'own note'])
    expect(found.indexOf('near note')).toBeLessThan(found.indexOf('far note'))
  })

  it('voices of one subject are one card, the most trusted first, and offers stand there marked', async () => {
    const { vera, tom } = await pair()
    const first = await say(
      tom,
      { title: 'Solar Niedermair', words: { why: 'Sells light.', interestWords: 'mine' } },
      { interest: 'paid' },
    )
    await world.catchUp()
    expect(await titles(vera, 'niedermair')).toEqual([])
    await world.side(vera, tom, { offers: 'yes' })
    await world.catchUp()
    const { cards } = await world.live.search.read(vera, { q: 'niedermair' })
    expect(cards[0]?.voices.map(({ interest }) => interest)).toEqual(['paid'])
    await say(vera, { title: 'Solar Niedermair' }, { about: first.subject })
    await world.catchUp()
    const merged = await world.live.search.read(vera, { q: 'niedermair' })
    expect(merged.cards.map(({ voices }) => voices.map(({ way }) => way))).toEqual([['own', 'chain']])
  })

  it('pages make up the whole, while posts come and go', async () => {
    const { vera, tom } = await pair()
    const uma = await world.person('Uma')
    await world.tie(vera, uma)
    for (let i = 0; i < 23; i++) await say(tom, { title: `lamp ${i}` })
    for (let i = 23; i < 45; i++) await say(uma, { title: `lamp ${i}` })
    await world.catchUp()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await world.live.search.read(vera, { q: 'lamp', cursor })
      seen.push(...titlesOf(page.cards))
      cursor = page.cursor ?? undefined
      await say(tom, { title: 'lamp too late' })
      await world.catchUp()
    } while (cursor !== undefined)
    expect(new Set(seen).size).toBe(45)
    expect(seen).toHaveLength(45)
    const { cursor: foreign } = await world.live.search.read(vera, { q: 'lamp' })
    const refused = (query: SearchQuery, viewer = vera) =>
      world.live.search.read(viewer, { ...query, cursor: foreign ?? '' })
    await expect(refused({ q: 'lam' })).rejects.toMatchObject({ code: 'cursor_invalid' })
    await expect(refused({ q: 'lamp', basis: 'own' })).rejects.toMatchObject({ code: 'cursor_invalid' })
    await expect(refused({ q: 'lamp' }, tom)).rejects.toMatchObject({ code: 'cursor_invalid' })
  })

  /** So many ties of Vera's, of every closeness but the last one's, who say the same about books of their own. */
  async function crowd(vera: Somebody, name: string, people: number) {
    const { sql } = world
    await sql`
      insert into person (id, name, handle, email)
      select gen_random_uuid(), 'One', ${name} || n, ${name} || n || '@kith.test' from generate_series(1, ${people}::int) n`
    await sql`
      with made as (
        insert into tie (id, low, high, made_at)
        select gen_random_uuid(), least(p.no, ${vera.no}::int), greatest(p.no, ${vera.no}::int), now()
        from person p where p.handle like ${`${name}%`} returning id, low, high
      )
      insert into tie_side (owner, other, tie_id, closeness)
      select m.low, m.high, m.id, 2 + m.high % 4 from made m union all select m.high, m.low, m.id, 4 from made m`
    await sql`
      update tie_side set closeness = 1 from person p
      where owner = ${vera.no} and other = p.no and p.handle = ${name + people}`
    await sql`
      with wrote as (
        insert into post (id, author, form, all_ties, onward, created_at, since)
        select gen_random_uuid(), no, 'ties', true, 1, now(), now() from person where handle like ${`${name}%`}
        returning no, author
      ), about as (
        insert into subject (id, kind) select gen_random_uuid(), 'book' from wrote returning no
      ), paired as (
        select w.no as post, w.author, s.no as subject
        from (select *, row_number() over (order by no) as n from wrote) w
        join (select no, row_number() over (order by no) as n from about) s using (n)
      )
      insert into recommendation (post, author, subject, verdict, interest, title, why, basis, language)
      select post, author, subject, 'recommend', 'none', case when post % 3 = 0 then 'evening' else 'quiet evening' end,
        'A quiet evening' || case when p.handle = ${name + people} then ' beneath the zirbelkiefer' else '' end, 'own', 'en'
      from paired join person p on p.no = paired.author`
    await world.graph.rebuild()
  }

  it('the only match is found, though it is by the least trusted of five thousand who all write much the same', async () => {
    const vera = await world.person('Vera')
    await crowd(vera, 'crowd-', 5_000)
    for (const q of ['zirbelkiefer', 'quiet zirbel', '"beneath the zirbelkiefer"', 'zirbelkieffer']) {
      expect([q, await titles(vera, q)]).toEqual([q, [expect.stringContaining('evening')]])
    }
  })

  it('pages of a common word are the same, whether all who wrote it are looked through or the most trusted first', async () => {
    const vera = await world.person('Vera')
    await crowd(vera, 'reader-', 400)
    // A far voice on what a near one recommends belongs on the near one's card.
    await world.sql`
      update recommendation r set subject = near.subject
      from person p, (
        select n.subject from recommendation n join person q on q.no = n.author
        join tie_side t on t.owner = ${vera.no} and t.other = q.no and t.closeness = 5
        where q.handle like 'reader-%' limit 1
      ) near
      where r.author = p.no and p.handle = 'reader-400'`
    await world.graph.rebuild()
    const pages = async (search: typeof world.live.search) => {
      const read: Card[][] = []
      let cursor: string | undefined
      do {
        const page = await search.read(vera, { q: 'quiet evening', cursor })
        read.push([...page.cards])
        cursor = page.cursor ?? undefined
      } while (cursor !== undefined)
      return read
    }
    const whole = await pages(world.live.search)
    expect(whole.map((cards) => cards.length)).toEqual([...Array.from({ length: 19 }, () => 20), 19])
    expect(Math.max(...whole.flat().map(({ voices }) => voices.length))).toBe(2)
    expect(await pages(world.live.searchAmongHeard)).toEqual(whole)
  })
})

describe('words of recommendations', () => {
  const known = async () =>
    (await world.sql<{ word: string }[]>`select word from written_word`).map(({ word }) => word)

  it('are compared with misspelt ones while anybody has them, and then forgotten', async () => {
    const { vera, tom } = await pair()
    const gone = await say(tom, { title: 'Vergissmeinnicht Zwetschke' })
    await say(vera, { title: 'Zwetschke' })
    expect(await known()).toEqual(expect.arrayContaining(['vergissmeinnicht', 'zwetschke']))
    await world.live.recommendations.remove(tom, gone.id)
    await tidy({ database: world.database, now: () => new Date() })
    expect(await known()).toContain('zwetschke')
    expect(await known()).not.toContain('vergissmeinnicht')
  })
})

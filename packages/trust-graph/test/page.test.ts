import { expect, it } from 'vitest'
import { type Card, type ListFilters, roundAbout } from '../src/index.ts'
import { DAY, forTies, NOW, Town } from './town.ts'

function subjects(cards: readonly Card[]): unknown[] {
  return cards.map(({ subject, ask }) => subject ?? `ask ${ask}`)
}

it('[P3] the next card of a branch counts nine tenths of its value, so that no branch fills a page', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben', 'Cleo')
  town.row(0.75, 'Ada', 'Dan')
  for (const [author, subject] of [
    ['Ben', 1],
    ['Ben', 2],
    ['Ben', 3],
    ['Cleo', 4],
    ['Dan', 5],
  ] as const) {
    town.post(author, { subject, since: NOW - subject })
  }
  const cards = town.list('Ada')
  expect(subjects(cards)).toEqual([1, 5, 2, 3, 4])
  const expected = [0.4, 0.375, 0.36, 0.324, 0.4 * 0.64 * 0.9 ** 3]
  for (const [i, { key }] of cards.entries()) expect(key.value).toBeCloseTo(expected[i]!, 2)
})

it('[P2] a card’s value is the greater of score and dissent, an ask’s its trust and freshness', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.row(0.6, 'Ada', 'Cleo')
  town.post('Cleo', { subject: 1 })
  town.post('Ben', { subject: 1, verdict: 'against' })
  const ask = town.post('Cleo', { subject: undefined, ask: true })
  const [dissent, question] = town.list('Ada')
  expect(dissent!.key.value).toBeCloseTo(0.4, 3)
  expect([question!.ask, question!.voices.length]).toEqual([ask, 1])
  expect(question!.key.value).toBeCloseTo(0.3, 3)
})

it('[P4] newest first goes by the newest voice, and offers always do', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.row(0.2, 'Ada', 'Cleo')
  town.graph.setOfferAnswer(town.no('Ada'), town.no('Ben'), 'yes')
  town.post('Ben', { subject: 1, since: NOW - 5 * DAY })
  town.post('Cleo', { subject: 1, since: NOW - DAY })
  town.post('Ben', { subject: 2, since: NOW - 2 * DAY })
  town.post('Ben', { subject: 3, since: NOW - 3 * DAY, interest: 'paid' })
  town.post('Ben', { subject: 4, since: NOW - DAY, interest: 'paid' })
  expect(subjects(town.list('Ada', { order: 'newest' }))).toEqual([1, 2])
  expect(town.list('Ada', { order: 'newest' })[0]!.key.value).toBe(NOW - DAY)
  expect(subjects(town.list('Ada', { lane: 'offers' }))).toEqual([4, 3])
})

it('[P5] pages of any size make up the same list, equal cards in the viewer’s own order', () => {
  const town = new Town()
  for (let i = 1; i <= 7; i++) {
    town.row(0.8, 'Ada', `friend ${i}`)
    town.post(`friend ${i}`, { subject: i })
  }
  const whole = town.list('Ada')
  const hashes = whole.map(({ key }) => key.hash)
  expect(hashes).toEqual([...hashes].sort((one, other) => one - other))
  for (const limit of [1, 3, 7]) {
    const pages: Card[] = []
    while (pages.length < whole.length) pages.push(...town.list('Ada', { limit, after: pages.at(-1)?.key }))
    expect(pages).toEqual(whole)
  }
})

it('[P7] what was posted later and other kinds are not in the list', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.post('Ben', { subject: 1, kind: 'film' })
  const second = town.post('Ben', { subject: 2, kind: 'book' })
  town.post('Ben', { subject: 3, kind: 'film' })
  expect(town.graph.highestPost()).toBe(3)
  expect(new Set(subjects(town.list('Ada', { highestPost: second })))).toEqual(new Set([1, 2]))
  expect(subjects(town.list('Ada', { kinds: new Set(['book']) }))).toEqual([2])
})

it('[P7] age, own experience and a set of posts filter a list, alone and together', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  const old = town.post('Ben', { subject: 1, since: NOW - 8 * DAY })
  const young = town.post('Ben', { subject: 2, since: NOW - 7 * DAY })
  const heardOf = town.post('Ben', { subject: 3, ownExperience: false })
  const list = (filters: Partial<ListFilters>) => new Set(subjects(town.list('Ada', filters)))
  expect(list({ notBefore: NOW - 7 * DAY })).toEqual(new Set([2, 3]))
  expect(list({ ownExperience: true })).toEqual(new Set([1, 2]))
  expect(list({ among: new Set([old, heardOf]) })).toEqual(new Set([1, 3]))
  expect(list({ among: new Set() })).toEqual(new Set())
  const together = { notBefore: NOW - 7 * DAY, ownExperience: true, among: new Set([old, young, heardOf]) }
  expect(list(together)).toEqual(new Set([2]))
})

it('[P7] asks alone, recommendations alone, or both', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.post('Ben', { subject: 1 })
  const ask = town.post('Ben', { subject: undefined, ask: true, ownExperience: false })
  const asks = (filters: Partial<ListFilters>) => town.list('Ada', filters).map((card) => card.ask)
  expect(new Set(asks({}))).toEqual(new Set([undefined, ask]))
  expect(asks({ only: 'asks' })).toEqual([ask])
  expect(asks({ only: 'recommendations' })).toEqual([undefined])
  expect(asks({ only: 'asks', kinds: new Set(['film']) })).toEqual([])
})

it('[P8] the circle filter keeps the voices that came through it and scores them alone', () => {
  const town = new Town()
  town.tie('Ada', 'Ben', 0.8, { circles: [7] })
  town.row(0.8, 'Ben', 'Cleo')
  town.tie('Ada', 'Dan', 0.9, { circles: [8] })
  for (const name of ['Ada', 'Eve']) town.member(1, name)
  town.post('Eve', { audience: { form: 'club', club: 1 } })
  town.post('Cleo')
  town.post('Dan')
  const [card] = town.list('Ada', { circle: 7 })
  expect(town.names(card!.voices.map(({ author }) => author))).toBe('Cleo')
  expect(card!.score).toBeCloseTo(0.8 * 0.64 * 0.5, 3)
  expect(town.list('Ada', { circle: 9 })).toEqual([])
})

it('[P9] a preview names ring 1 and counts beyond it, blind to blocks and carrying, not to whom the author left out', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben', 'Cleo', 'Dan')
  town.row(0.8, 'Ada', 'Eve', 'Finn')
  town.row(0.8, 'Eve', 'Dan')
  town.row(0.8, 'Ada', 'Gina', 'Hans')
  town.silence('Ben')
  town.block('Cleo', 'Ada')
  const preview = (onward: 0 | 1 | 2, excepted: string[] = []) => {
    const audience = forTies({ all: true, excepted: excepted.map((name) => town.no(name)) })
    const { ring1, beyond, carriers } = town.graph.preview(town.no('Ada'), audience, onward)
    return [town.names(ring1).split(' ').sort().join(' '), beyond, carriers]
  }
  expect(preview(0)).toEqual(['Ben Eve Gina', 0, 0])
  expect(preview(1)).toEqual(['Ben Eve Gina', 4, 3])
  expect(preview(1, ['Gina', 'Ben'])).toEqual(['Eve', 2, 1])
  expect(preview(2, ['Gina', 'Ben'])).toEqual(['Eve', 3, 1])
  town.block('Ada', 'Gina')
  expect(preview(1)).toEqual(['Ben Eve', 3, 2])
})

it('[P10] a number beyond ring 1 is rounded down and needs five carriers', () => {
  const shown = [0, 9, 10, 19, 20, 49, 50, 99, 100, 499, 500, 1234].map((beyond) => roundAbout(beyond, 5))
  expect(shown).toEqual([undefined, undefined, 10, 10, 20, 20, 50, 50, 100, 200, 500, 1000])
  expect(roundAbout(1000, 4)).toBeUndefined()
})

it('what everybody considered wrote on some subjects is all of it, heard or not, but nothing for a club', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben', 'Cleo')
  town.tie('Dan', 'Ada', 0.8)
  const written = [
    { author: 'Ben', post: town.post('Ben', { subject: 1 }) },
    { author: 'Cleo', post: town.post('Cleo', { subject: 2, interest: 'paid' }) },
    { author: 'Cleo', post: town.post('Cleo', { subject: 1, audience: { form: 'notebook' } }) },
  ]
  town.post('Ben', { subject: 3 })
  town.post('Dan', { subject: 1 })
  town.post('Ben', { subject: 2, audience: { form: 'club', club: 1 } })
  const expected = written.map(({ author, post }) => ({ author: town.no(author), post }))
  expect(town.graph.postsOn(town.no('Ada'), new Set([1, 2]))).toEqual(expected)
})

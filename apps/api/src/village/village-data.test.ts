import { CIRCLE_KINDS, SUBJECT_KINDS } from '@kith/contract'
import { expect, it } from 'vitest'
import { LOOK_AROUND_AS, readVillage, type VillageRecommendation } from './village-data.ts'

const { people, ties, subjects, recommendations } = readVillage()
const persons = new Map(people.map((person) => [person.key, person]))
const kinds = new Map(subjects.map((subject) => [subject.key, subject.kind]))
const pairs = new Set(ties.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))

it('the village is large enough to get lost in', () => {
  expect(people.length).toBeGreaterThanOrEqual(44)
  expect(recommendations.length).toBeGreaterThanOrEqual(150)
  expect(new Set(recommendations.map(kindOf))).toEqual(new Set(SUBJECT_KINDS))
  expect(subjectsWithVoices(3).length).toBeGreaterThanOrEqual(12)
})

it('keys, handles and addresses are taken once, and mail goes nowhere', () => {
  for (const taken of [
    people.map((person) => person.key),
    people.map((person) => person.handle),
    people.map((person) => person.name),
    subjects.map((subject) => subject.key),
    subjects.map((subject) => subject.title),
  ])
    expect(repeated(taken)).toEqual([])
  for (const person of people) expect(person.email).toBe(`${person.handle}@kirchlau.example`)
})

it('two people have at most one tie, and nobody more than twenty', () => {
  const met = ties.map(({ a, b }) => [a, b].sort().join(' '))
  expect(repeated(met)).toEqual([])
  for (const { a, b } of ties) {
    expect([a, b].filter((key) => !persons.has(key))).toEqual([])
    expect(a).not.toBe(b)
  }
  const counts = people.map(({ key }) => ties.filter(({ a, b }) => a === key || b === key).length)
  expect(Math.max(...counts)).toBeLessThanOrEqual(20)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
})

it('everybody sorts into circles of their own', () => {
  for (const { a, b, circles } of ties) {
    expect(unknownCircles(a, circles[0])).toEqual([])
    expect(unknownCircles(b, circles[1])).toEqual([])
  }
})

it('a recommendation has an author, a subject and an audience that exist', () => {
  for (const said of recommendations) {
    expect(persons.has(said.author), said.author).toBe(true)
    expect(kinds.has(said.subject), said.subject).toBe(true)
    if (said.audience === 'notebook') continue
    const { all, circles, singles, except } = said.audience
    expect(all || circles.length + singles.length > 0, said.why).toBe(true)
    expect(unknownCircles(said.author, circles)).toEqual([])
    for (const tie of [...singles, ...except]) expect(pairs.has(`${said.author} ${tie}`), tie).toBe(true)
  }
})

it('nobody says two things about one subject, and no subject is without a voice', () => {
  expect(repeated(recommendations.map((said) => `${said.author} ${said.subject}`))).toEqual([])
  const named = new Set(recommendations.map((said) => said.subject))
  expect(subjects.filter((subject) => !named.has(subject.key))).toEqual([])
})

it('whoever has an interest says which, and paid posts and dissent stay where they are', () => {
  const connected = recommendations.filter((said) => said.interest === 'connected')
  const paid = recommendations.filter((said) => said.interest === 'paid')
  const dissent = recommendations.filter((said) => said.verdict === 'against')
  expect(connected.length).toBeGreaterThanOrEqual(6)
  expect([1, 2, 3]).toContain(paid.length)
  expect(dissent.length).toBeGreaterThanOrEqual(5)
  for (const said of recommendations)
    expect(said.interestWords !== undefined, said.why).toBe(said.interest !== 'none')
  for (const said of [...paid, ...dissent]) expect(said.onward, said.why).toBe(0)
})

it('both languages are at home', () => {
  for (const language of ['en', 'de'] as const) {
    const share = recommendations.filter((said) => said.language === language).length / recommendations.length
    expect(share).toBeGreaterThanOrEqual(0.35)
  }
})

it('times fit: jobs are fresh, most things are of this year, and "still true" comes later', () => {
  const thisYear = recommendations.filter((said) => said.daysAgo <= 365)
  expect(thisYear.length / recommendations.length).toBeGreaterThan(0.8)
  for (const said of recommendations) {
    if (kindOf(said) === 'job') expect(said.daysAgo, said.why).toBeLessThanOrEqual(50)
    if (said.hoursAgo !== undefined) expect(said.daysAgo, said.why).toBe(0)
    if (said.stillTrueDaysAgo !== undefined) expect(said.stillTrueDaysAgo).toBeLessThan(said.daysAgo)
  }
})

it('prices, contacts and links are of the right sort and lead to nobody', () => {
  const prices = recommendations
    .filter((said) => kindOf(said) === 'restaurant')
    .map((said) => said.price ?? '€')
  const contacts = recommendations.flatMap((said) => said.contact ?? [])
  const links = recommendations.flatMap((said) => said.link ?? [])
  expect(prices.filter((price) => !/^€{1,4}$/.test(price))).toEqual([])
  expect(contacts.filter((contact) => !/^0555 |@[a-z-]+\.example$/.test(contact))).toEqual([])
  expect(links.filter((link) => !new URL(link).hostname.endsWith('.example'))).toEqual([])
})

it('a text is neither a grunt nor an essay, and quotes as its language does', () => {
  for (const { why, language } of recommendations) {
    expect(why.length, why).toBeGreaterThanOrEqual(25)
    expect(why.length, why).toBeLessThanOrEqual(600)
    expect(why).not.toMatch(/["'!–—]/u)
    if (language === 'de') expect(count(why, '„'), why).toBe(count(why, '“'))
  }
})

it('no two posts share a run of six words', () => {
  const saidIn = new Map<string, number>()
  for (const [index, said] of recommendations.entries())
    for (const text of [said.why, said.forWhom, said.notForWhom, said.interestWords])
      for (const run of runsOfSix(text ?? '')) {
        expect([undefined, index], run).toContain(saidIn.get(run))
        saidIn.set(run, index)
      }
})

it('the four to look around as live here', () => {
  expect(new Set(LOOK_AROUND_AS.map(({ key }) => persons.get(key)?.key)).size).toBe(4)
})

function kindOf(said: VillageRecommendation) {
  return kinds.get(said.subject)
}

function subjectsWithVoices(least: number): string[] {
  const authors = Map.groupBy(
    recommendations.filter((said) => said.audience !== 'notebook'),
    (said) => said.subject,
  )
  return [...authors].filter(([, voices]) => voices.length >= least).map(([subject]) => subject)
}

function unknownCircles(owner: string, circles: readonly string[]): string[] {
  const known = new Set<string>([...CIRCLE_KINDS, ...(persons.get(owner)?.own.map(({ key }) => key) ?? [])])
  return circles.filter((circle) => !known.has(circle))
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}

function runsOfSix(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’]+/gu) ?? []
  return words.slice(0, Math.max(0, words.length - 5)).map((_, at) => words.slice(at, at + 6).join(' '))
}

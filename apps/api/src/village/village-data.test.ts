import { CIRCLE_KINDS, KIND_OF_WISH, LIMITS, SUBJECT_KINDS } from '@kith/contract'
import { expect, it } from 'vitest'
import {
  LOOK_AROUND_AS,
  readVillage,
  type VillageAsk,
  type VillageClub,
  type VillagePost,
  type VillageRecommendation,
} from './village-data.ts'

const { people, ties, subjects, recommendations, clubs, asks } = readVillage()
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
    expectAudience(said)
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
  for (const posts of [recommendations, asks])
    for (const language of ['en', 'de'] as const) {
      const share = posts.filter((one) => one.language === language).length / posts.length
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
  const whys = recommendations.map(({ why, language }) => ({ text: why, language }))
  const wishes = asks.flatMap(({ title, words, language }) =>
    [title, words].map((text) => ({ text, language })),
  )
  for (const { text, language } of [...whys, ...wishes]) {
    expect(text.length, text).toBeGreaterThanOrEqual(25)
    expect(text.length, text).toBeLessThanOrEqual(600)
    expect(text).not.toMatch(/["'!–—]/u)
    if (language === 'de') expect(count(text, '„'), text).toBe(count(text, '“'))
  }
})

it('no two posts share a run of six words', () => {
  const texts = [
    ...recommendations.map((said) => [said.why, said.forWhom, said.notForWhom, said.interestWords]),
    ...asks.map(({ title, words, result }) => [title, words, result?.thanks?.words]),
  ]
  const saidIn = new Map<string, number>()
  for (const [index, said] of texts.entries())
    for (const run of said.flatMap((text) => runsOfSix(text ?? ''))) {
      expect([undefined, index], run).toContain(saidIn.get(run))
      saidIn.set(run, index)
    }
})

it('a club has six to twenty members, not all of whom know each other, and waits for somebody', () => {
  expect(clubs).toHaveLength(3)
  expect(repeated(clubs.map(({ key }) => key))).toEqual([])
  for (const club of clubs) {
    const members = membersOf(club)
    expect(repeated(members)).toEqual([])
    expect(members.filter((key) => !persons.has(key))).toEqual([])
    expect(members.length).toBeGreaterThanOrEqual(6)
    expect(members.length).toBeLessThanOrEqual(20)
    expect(members.every((a) => members.every((b) => a === b || pairs.has(`${a} ${b}`)))).toBe(false)
    const posts = [...recommendations, ...asks].filter((one) => clubOf(one) === club.key)
    expect(posts.length, club.key).toBeGreaterThanOrEqual(2)
    for (const { onward, daysAgo } of posts) expect([onward, daysAgo < club.daysAgo]).toEqual([0, true])
    for (const { from, to, daysAgo } of club.invitations) {
      expect([members.includes(from), members.includes(to), pairs.has(`${from} ${to}`)]).toEqual([
        true,
        false,
        true,
      ])
      expect(daysAgo).toBeLessThan(LIMITS.clubInvitationDays)
    }
  }
})

it('each of the four is in a club and invited to another, and two of them are hosts', () => {
  for (const { key } of LOOK_AROUND_AS) {
    expect(clubs.filter((club) => membersOf(club).includes(key)).length, key).toBeGreaterThan(0)
    expect(
      clubs.flatMap(({ invitations }) => invitations).filter(({ to }) => to === key),
      key,
    ).toHaveLength(1)
  }
  const hosts = LOOK_AROUND_AS.filter(({ key }) => clubs.some(({ host }) => host === key))
  expect(hosts.map(({ key }) => key)).toEqual(['johanna', 'adnan'])
  for (const { key } of hosts)
    expect(
      clubs.filter((club) => club.members.includes(key)),
      key,
    ).not.toEqual([])
})

it('an ask has an author, an audience and the fields of its kind alone', () => {
  expect(asks.length).toBeGreaterThanOrEqual(12)
  for (const asked of asks) {
    expect(persons.has(asked.author), asked.author).toBe(true)
    expect(asked.audience).not.toBe('notebook')
    expectAudience(asked)
    const foreign = Object.entries(KIND_OF_WISH).filter(
      ([field, kind]) => kind !== asked.kind && Reflect.get(asked, field),
    )
    expect(foreign, asked.title).toEqual([])
    expect(asked.daysAgo + asked.endsInDays, asked.title).toBeLessThanOrEqual(LIMITS.askDays)
  }
  const perAuthor = Map.groupBy(asks, ({ author }) => author).values()
  expect(Math.max(...[...perAuthor].map(({ length }) => length))).toBeLessThanOrEqual(LIMITS.openAsks)
})

it('there are asks in every state, of every sort', () => {
  const isOpen = ({ result, endsInDays }: VillageAsk) => !result && endsInDays > 0
  const states: Record<string, (asked: VillageAsk) => boolean> = {
    'open, unanswered': (asked) => isOpen(asked) && asked.answers.length === 0,
    'open, one answer': (asked) => isOpen(asked) && asked.answers.length === 1,
    'open, several answers': (asked) => isOpen(asked) && asked.answers.length > 1,
    'solved with thanks': ({ result }) => result?.thanks !== undefined,
    'solved by nobody in particular': ({ result }) => result?.solved === true && result.through === undefined,
    'closed unsolved': ({ result }) => result?.solved === false,
    'ran out': ({ result, endsInDays }) => !result && endsInDays < 0,
    'of a club': (asked) => clubOf(asked) !== undefined,
    'sensitive, not passed on': ({ kind, onward }) => kind === 'health' && onward === 0,
    urgent: ({ urgent }) => urgent,
    'a job with its facts': ({ role, field, hours }) => Boolean(role && field && hours),
  }
  for (const [state, holds] of Object.entries(states)) expect(asks.some(holds), state).toBe(true)
  const sorts = new Set(asks.map(({ kind }) => kind))
  for (const kind of ['film', 'restaurant', 'shop', 'business'] as const) expect(sorts).toContain(kind)
})

it('an answer is a recommendation of the helper’s own, there by then, and not paid', () => {
  for (const { author, answers, result, ...asked } of asks) {
    expect(repeated(answers.map(({ helper }) => helper))).toEqual([])
    for (const one of answers) {
      const said = recommendations.find((it) => it.author === one.helper && it.subject === one.subject)
      expect(said, `${one.helper} ${one.subject}`).toBeDefined()
      expect(one.helper).not.toBe(author)
      expect(said?.interest).not.toBe('paid')
      expect(said?.audience).not.toBe('notebook')
      expect(hoursAgo(one)).toBeLessThan(Math.min(hoursAgo(asked), said ? hoursAgo(said) : 0))
      expect(hoursAgo(one)).toBeGreaterThan(result ? hoursAgo(result) : 0)
    }
    if (result?.through) expect(answers.map(({ helper }) => helper)).toContain(result.through)
    if (result?.thanks) expect(result.through).toBeDefined()
    // Closed while it was open.
    if (result) expect(result.daysAgo).toBeGreaterThan(-asked.endsInDays)
  }
})

it('the four to look around as live here', () => {
  expect(new Set(LOOK_AROUND_AS.map(({ key }) => persons.get(key)?.key)).size).toBe(4)
})

function expectAudience({ author, audience }: VillagePost): void {
  if (audience === 'notebook') return
  if ('club' in audience) {
    expect(clubs.filter(({ key }) => key === audience.club).flatMap(membersOf)).toContain(author)
    return
  }
  const { all, circles, singles, except } = audience
  expect(all || circles.length + singles.length > 0, author).toBe(true)
  expect(unknownCircles(author, circles)).toEqual([])
  for (const tie of [...singles, ...except]) expect(pairs.has(`${author} ${tie}`), tie).toBe(true)
}

function membersOf({ host, members }: VillageClub): string[] {
  return [host, ...members]
}

function clubOf({ audience }: VillagePost): string | undefined {
  return audience !== 'notebook' && 'club' in audience ? audience.club : undefined
}

function hoursAgo({ daysAgo, hoursAgo = 0 }: { daysAgo: number; hoursAgo?: number | undefined }): number {
  return daysAgo * 24 + hoursAgo
}

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

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Letter,
  PersonId,
  PostId,
  type ShownPerson,
  type ShownTie,
  SubjectId,
  TieId,
} from '@kith/contract'
import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { letterParagraphs, waitingSentence } from './letter-words.ts'

const NAMES = ['Ben Auer', 'Anna', 'Çelik Yılmaz', 'O’Neil Mac', 'Jo', 'Eva-Maria Huber', 'Li Wei', 'Ödön']
const TITLES = [
  'Gasthof {Rössl}',
  'Der 1. Roman',
  '1 person',
  'Was?',
  'Klavier',
  'Zug',
  'Dach',
  'Uhr',
  '5 # Tage',
]

for (const language of ['en', 'de'] as const) {
  const i18n = setupI18n({ locale: language, messages: { [language]: readCatalog(language) } })
  const wordsOf = (letter: Letter) => [
    ...letterParagraphs(i18n, letter),
    ...[waitingSentence(i18n, letter)].filter((sentence) => sentence !== null),
  ]

  describe(`a letter in ${language}`, () => {
    it('is of whole sentences in any world', () => {
      for (let seed = 1; seed <= 2_000; seed++) {
        const sentences = wordsOf(anyLetter(seed))
        expect(sentences.length).toBeGreaterThan(0)
        for (const sentence of sentences) expectWhole(sentence, language, seed)
      }
    })
  })
}

describe('the sentences', () => {
  const english = setupI18n({ locale: 'en', messages: { en: readCatalog('en') } })
  const german = setupI18n({ locale: 'de', messages: { de: readCatalog('de') } })

  it.each([
    [1, 'So far this autumn, Ben helped you.', 'In diesem Herbst hat dir bisher Ben geholfen.'],
    [
      2,
      'So far this autumn, Ben and Anna helped you.',
      'In diesem Herbst haben dir bisher Ben und Anna geholfen.',
    ],
    [
      4,
      'So far this autumn, Ben, Anna, Çelik and O’Neil helped you.',
      'In diesem Herbst haben dir bisher Ben, Anna, Çelik und O’Neil geholfen.',
    ],
    [
      5,
      'So far this autumn, Ben, Anna, Çelik and two others helped you.',
      'In diesem Herbst haben dir bisher Ben, Anna, Çelik und zwei andere geholfen.',
    ],
  ])('name up to four people, and count the others: %i', (count, en, de) => {
    const received = NAMES.slice(0, count).map((name) => ({ ...favour(tie(name), 'Dach'), thanked: false }))
    const letter = { ...emptyLetter(), received }
    expect(letterParagraphs(english, letter)).toEqual([`${en} What helped was “Dach”.`])
    expect(letterParagraphs(german, letter)).toEqual([`${de} Geholfen hat „Dach“.`])
  })

  it('say of what was given and carried who thanked, never naming whoever is behind a tie', () => {
    const behind: ShownPerson = { shown: 'via', via: tie('Ben Auer'), rings: 2 }
    const given = [
      { ...favour(tie('Anna'), 'Dach'), carried: false },
      { ...favour(behind, 'Uhr'), carried: true },
    ]
    const letter = { ...emptyLetter(), running: false, given }
    expect(letterParagraphs(english, letter)).toEqual([
      'You helped Anna, who thanked you for “Dach”. ' +
        'Something that went through you helped: a friend of Ben’s thanked you for “Uhr”.',
    ])
    expect(letterParagraphs(german, letter)).toEqual([
      'Du hast geholfen: Für „Dach“ hat dir Anna gedankt. ' +
        'Etwas, das durch dich weiterging, hat geholfen: Für „Uhr“ hat dir jemand aus dem Umfeld von Ben Auer gedankt.',
    ])
  })

  it('count those who wait in words', () => {
    const letter = { ...emptyLetter(), waiting: [waiting('Ben'), waiting('Anna')] }
    expect(waitingSentence(english, letter)).toBe(
      'Nobody has to be even with anybody. But two people are waiting for a word from you that would cost you little.',
    )
    expect(waitingSentence(german, { ...letter, waiting: [waiting('Ben')] })).toBe(
      'Niemand muss mit jemandem quitt sein. Aber ein Mensch wartet auf ein Wort von dir, das dich wenig kostet.',
    )
    expect(waitingSentence(english, emptyLetter())).toBeNull()
  })
})

function expectWhole(sentence: string, language: 'en' | 'de', seed: number): void {
  const said = `${sentence} (seed ${seed})`
  // What people are called and called things is theirs.
  const ours = TITLES.reduce((words, title) => words.replaceAll(title, 'X'), sentence)
  expect(ours, said).toMatch(/^\p{Lu}.*\.$/u)
  expect(ours, said).not.toMatch(/ {2}| [.,]|\.\.|[{}#]|undefined|null|NaN|letter\.|season\./)
  expect(ours, said).not.toMatch(
    language === 'de' ? /\b1 |\b(er|sie|ihm|ihr)\b/ : /\b1 |\b(he|she|him|her|his)\b/,
  )
  expect(ours, said).not.toMatch(language === 'de' ? /[“”](?=X)|”/ : /„/)
}

function anyLetter(seed: number): Letter {
  let state = seed
  const roll = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const pick = <One>(all: readonly [One, ...One[]] | readonly One[]): One => {
    const one = all[roll(all.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const many = <One>(make: () => One) => Array.from({ length: roll(3) === 0 ? 0 : roll(12) }, make)
  const person = (): ShownPerson => {
    const via = tie(pick(NAMES))
    return pick<ShownPerson>([
      via,
      via,
      { shown: 'via', via, rings: 2 },
      { shown: 'via', via, rings: 3 },
      { shown: 'somebody' },
    ])
  }
  const names = ['winter', 'spring', 'summer', 'autumn'] as const
  return {
    ...emptyLetter(),
    season: { ...emptyLetter().season, name: pick(names) },
    running: roll(2) === 0,
    received: many(() => ({ ...favour(person(), pick(TITLES)), thanked: roll(2) === 0 })),
    given: many(() => ({ ...favour(person(), pick(TITLES)), carried: roll(2) === 0 })),
    introduced: many(() => ({ by: person(), to: roll(3) === 0 ? null : person() })),
    brought: many(() => ({ people: roll(3) === 0 ? [person()] : [person(), person()] })),
    waiting: many(() => waiting(pick(NAMES))),
  }
}

function emptyLetter(): Letter {
  const season = {
    key: '2026-autumn',
    name: 'autumn',
    year: 2026,
    firstDay: '2026-09-01',
    lastDay: '2026-11-30',
  } as const
  return {
    season,
    running: true,
    earlier: null,
    later: null,
    received: [],
    given: [],
    introduced: [],
    brought: [],
    waiting: [],
  }
}

function tie(name: string): ShownTie {
  return {
    shown: 'tie',
    id: PersonId.parse(idOf(name)),
    handle: 'somebody',
    name,
    closeness: 3,
    ring: 'friends',
  }
}

function waiting(name: string): Letter['waiting'][number] {
  return {
    tie: TieId.parse(idOf(name)),
    person: tie(name),
    reasons: [{ reason: 'message', about: null, ask: null, thread: null }],
  }
}

function favour(person: ShownPerson, title: string) {
  const none = { place: null, creator: null, year: null, trade: null, region: null, role: null, field: null }
  const subject = { ...none, id: SubjectId.parse(idOf(title)), kind: 'other' as const, title }
  return { person, post: PostId.parse(idOf(title)), subject }
}

function idOf(words: string): string {
  const sum = Array.from(words).reduce(
    (all, letter) => (all * 31 + (letter.codePointAt(0) ?? 0)) % 0xffff_ffff,
    7,
  )
  return `00000000-0000-4000-8000-${sum.toString(16).padStart(12, '0')}`
}

/** The words of a language as they are in its catalog. */
function readCatalog(language: string): Record<string, string> {
  const catalog = readFileSync(join(import.meta.dirname, `../../locales/${language}.po`), 'utf8')
  const entries = catalog.matchAll(/^msgid "((?:letter|season)\.[a-z-]+)"\nmsgstr "(.*)"$/gm)
  return Object.fromEntries([...entries].map(([, id = '', words = '']) => [id, words]))
}

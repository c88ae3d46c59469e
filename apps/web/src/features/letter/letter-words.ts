import type { Letter, ShownPerson } from '@kith/contract'
import type { I18n } from '@lingui/core'
import { firstName } from '../../lib/words/first-name.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { seasonName } from '../../lib/words/season-words.ts'

// Of more than four, three are named: nobody is left over alone.
const MOST_NAMED = 4

interface Favour {
  readonly person: ShownPerson
  readonly subject: { readonly title: string }
}

/**
 * What a season held, in whole sentences: a paragraph of what came, one of what went out. The messages have ids, for German
 * puts the verb by how many did something where English does not care; so all that either needs is handed over.
 */
export function letterParagraphs(i18n: I18n, letter: Letter): string[] {
  const { received, given, introduced, brought } = letter
  if ([received, given, introduced, brought].every(({ length }) => length === 0))
    return [nothing(i18n, letter)]
  const went = [
    givenSentence(
      i18n,
      given.filter(({ carried }) => !carried),
    ),
    carriedSentence(
      i18n,
      given.filter(({ carried }) => carried),
    ),
    ...broughtSentences(i18n, letter),
  ]
  const came = [receivedSentences(i18n, letter), ...introducedSentences(i18n, letter)]
  return [came, went].map((said) => said.filter((one) => one !== '').join(' ')).filter((one) => one !== '')
}

/** That nobody need be even, but who waits; nothing where nobody does. */
export function waitingSentence(i18n: I18n, { waiting: { length: count } }: Letter): string | null {
  if (count === 0) return null
  return i18n._(
    'letter.waiting',
    { count },
    {
      message:
        'Nobody has to be even with anybody. But {count, plural, one {one person is waiting} =2 {two people are waiting} =3 {three people are waiting} =4 {four people are waiting} =5 {five people are waiting} =6 {six people are waiting} other {# people are waiting}} for a word from you that would cost you little.',
    },
  )
}

function nothing(i18n: I18n, { season, running }: Letter): string {
  const values = { season: seasonName(i18n, season) }
  return running
    ? i18n._('letter.nothing-yet', values, {
        message: 'So far this {season} nobody has said that something helped. A letter may be short.',
      })
    : i18n._('letter.nothing', values, {
        message: 'In the {season} nobody said that something helped. A letter may be short.',
      })
}

function receivedSentences(i18n: I18n, { season, running, received }: Letter): string {
  if (received.length === 0) return ''
  const values = { ...valuesOf(i18n, received), season: seasonName(i18n, season) }
  const who = running
    ? i18n._('letter.received-yet', values, { message: 'So far this {season}, {names} helped you.' })
    : i18n._('letter.received', values, { message: 'In the {season}, {names} helped you.' })
  return `${who} ${i18n._('letter.what-helped', values, { message: 'What helped was {things}.' })}`
}

function givenSentence(i18n: I18n, own: readonly Favour[]): string {
  if (own.length === 0) return ''
  return i18n._('letter.given', valuesOf(i18n, own), {
    message: 'You helped {names}, who thanked you for {things}.',
  })
}

function carriedSentence(i18n: I18n, carried: readonly Favour[]): string {
  if (carried.length === 0) return ''
  return i18n._('letter.carried', valuesOf(i18n, carried), {
    message: 'Something that went through you helped: {names} thanked you for {things}.',
  })
}

function introducedSentences(i18n: I18n, { introduced }: Letter): string[] {
  const named = introduced.filter(({ to }) => to !== null)
  const others = introduced.filter(({ to }) => to === null)
  return [
    named.length === 0
      ? ''
      : i18n._(
          'letter.introduced',
          {
            through: namesOf(
              i18n,
              named.map(({ by }) => by),
            ),
            names: namesOf(
              i18n,
              named.flatMap(({ to }) => to ?? []),
            ),
          },
          { message: 'Through {through} you came to know {names}.' },
        ),
    others.length === 0
      ? ''
      : i18n._(
          'letter.found',
          {
            through: namesOf(
              i18n,
              others.map(({ by }) => by),
            ),
          },
          { message: 'Through {through} you found somebody whom you were looking for.' },
        ),
  ]
}

// Who came to know whom: pair by pair, for all of them in one list would not say it.
function broughtSentences(i18n: I18n, { brought }: Letter): string[] {
  return brought.slice(0, MOST_NAMED).map(({ people }) => {
    const values = { names: namesOf(i18n, people) }
    return people.length > 1
      ? i18n._('letter.brought', values, { message: 'You brought {names} together.' })
      : i18n._('letter.brought-outside', values, { message: 'You found somebody for {names}.' })
  })
}

function namesOf(i18n: I18n, people: readonly ShownPerson[]): string {
  const distinct = new Map(people.map((person) => [keyOf(person), nameOf(i18n, person)]))
  return listed(i18n, [...distinct.values()], (count) => othersWords(i18n, count))
}

function othersWords(i18n: I18n, count: number): string {
  return i18n._(
    'letter.more-people',
    { count },
    {
      message:
        '{count, plural, =2 {two others} =3 {three others} =4 {four others} =5 {five others} =6 {six others} other {# others}}',
    },
  )
}

function valuesOf(i18n: I18n, favours: readonly Favour[]) {
  const people = [...new Map(favours.map(({ person }) => [keyOf(person), nameOf(i18n, person)])).values()]
  const titles = [...new Set(favours.map(({ subject }) => quoted(subject.title, i18n.locale)))]
  return {
    people: people.length,
    names: listed(i18n, people, (count) => othersWords(i18n, count)),
    subjects: titles.length,
    things: listed(i18n, titles, (count) =>
      i18n._(
        'letter.more-things',
        { count },
        {
          message:
            '{count, plural, =2 {two other recommendations} =3 {three other recommendations} =4 {four other recommendations} =5 {five other recommendations} =6 {six other recommendations} other {# other recommendations}}',
        },
      ),
    ),
  }
}

function listed(i18n: I18n, all: readonly string[], more: (count: number) => string): string {
  const named = all.length <= MOST_NAMED ? all : all.slice(0, MOST_NAMED - 1)
  const rest = all.length - named.length
  const parts = rest === 0 ? named : [...named, more(rest)]
  return new Intl.ListFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale).format(parts)
}

/** What tells one from another in a letter; those whom nobody may name are told apart by nothing. */
function keyOf(person: ShownPerson): string {
  switch (person.shown) {
    case 'via':
      return `${person.rings} ${person.via.id}`
    case 'somebody':
      return ''
    default:
      return person.id
  }
}

function nameOf(i18n: I18n, person: ShownPerson): string {
  switch (person.shown) {
    case 'via': {
      const { name } = person.via
      const values = { first: firstName(name), name }
      return person.rings === 2
        ? i18n._('letter.friend-of', values, { message: 'a friend of {first}’s' })
        : i18n._('letter.friend-of-friend', values, { message: 'a friend of a friend of {first}’s' })
    }
    case 'somebody':
      return i18n._('letter.somebody', {}, { message: 'somebody' })
    default:
      return firstName(person.name)
  }
}

import { LIMITS } from '@kith/contract'
import type { Card } from './vcards.ts'

/** Whom a file names, and how many of its cards name nobody; each reason is counted by itself. */
export interface Contacts {
  readonly cards: number
  /** Everybody once, in the order of the file. */
  readonly names: readonly string[]
  readonly nameless: number
  readonly tooLong: number
  /** Companies, groups and the like. */
  readonly noPerson: number
  /** Whose name had come before. */
  readonly again: number
}

// Some address books call whoever has no name by a number or an address. Neither is to leave the device.
const ADDRESS = /@|:\/\/|^[\d\s()+./#*-]+$/
const NO_PERSON = new Set(['org', 'company', 'group', 'location', 'application', 'device'])
// What no name can be shown with, and the API refuses.
const UNSHOWN = /\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Gathers whom the cards name. */
export function contactsOf(cards: readonly Card[]): Contacts {
  const names = new Set<string>()
  const counts = { nameless: 0, tooLong: 0, noPerson: 0, again: 0 }
  for (const card of cards) {
    const name = nameOf(card)
    if (isNoPerson(card)) counts.noPerson += 1
    else if (name === '' || ADDRESS.test(name)) counts.nameless += 1
    else if (name.length > LIMITS.name) counts.tooLong += 1
    else if (names.has(name)) counts.again += 1
    else names.add(name)
  }
  return { cards: cards.length, names: [...names], ...counts }
}

function nameOf({ shown, parts }: Card): string {
  const name = cleaned(shown)
  return name === '' || ADDRESS.test(name) ? cleaned(parts) : name
}

/** One that says so, or one that has the name of its company and no other. */
function isNoPerson({ kind, shown, parts, organisation }: Card): boolean {
  if (NO_PERSON.has(kind)) return true
  const company = cleaned(organisation)
  return company !== '' && cleaned(parts) === '' && ['', company].includes(cleaned(shown))
}

function cleaned(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(UNSHOWN, '').trim()
}

import type { ReceivedThanks, ShownPerson, ShownTie } from '@kith/contract'
import { type PersonWitness, presentPerson, presentTie } from '../graph/person-presentation.ts'
import type { Seen } from '../graph/seen-posts.ts'
import type { Neighbour, ThanksRow } from './thanks-rows.ts'

/** Thanks as one of those on their way reads them. */
export function presentThanks({ row, voice }: Seen<ThanksRow>): ReceivedThanks {
  const { to, words, at } = row
  return {
    voice: voice.voice,
    from: presentThanker(row),
    to: to === null ? null : tieOf(to),
    words,
    at: at.toISOString(),
  }
}

/** Whoever thanks: the neighbour himself, or somebody behind him whom nobody further on may name, however open he is. */
export function presentThanker({ from, place }: ThanksRow): ShownPerson {
  const witness: PersonWitness = from.isTie
    ? { way: 'chain', tie: tieOf(from), beyond: Array.from({ length: place - 1 }, () => undefined) }
    : { way: 'club', tie: undefined }
  return presentPerson(place === 1 ? from : undefined, witness)
}

function tieOf(neighbour: Neighbour): ShownTie {
  return presentTie(neighbour, neighbour)
}

import type { Letter, NamedPerson, ShownPerson, ShownTie } from '@kith/contract'

/** Somebody who stands in the picture. */
export type DrawnPerson = ShownTie | NamedPerson

// So many on each side; the others are in the words.
const MOST_DRAWN = 5

/** Who stands where: on one side those from or through whom something came, on the other those to whom it went. */
export function drawnPeople({
  received,
  given,
  introduced,
  brought,
}: Pick<Letter, 'received' | 'given' | 'introduced' | 'brought'>) {
  const from = [...received.map(({ person }) => person), ...introduced.map(({ by }) => by)]
  const to = [...given.map(({ person }) => person), ...brought.flatMap(({ people }) => people)]
  return { from: drawnOf(from), to: drawnOf(to) }
}

function drawnOf(shown: readonly ShownPerson[]): DrawnPerson[] {
  const people = shown.flatMap(nearestOf)
  return [...new Map(people.map((person) => [person.id, person])).values()].slice(0, MOST_DRAWN)
}

// Whoever may not be named is drawn as the tie through whom it came.
function nearestOf(person: ShownPerson): DrawnPerson[] {
  switch (person.shown) {
    case 'tie':
    case 'named':
      return [person]
    case 'via':
      return [person.via]
    default:
      return []
  }
}

import type { Letter, NamedPerson, ShownPerson, ShownTie } from '@kith/contract'

/** Somebody who stands in the picture. */
export type DrawnPerson = ShownTie | NamedPerson

// So many on each side; the others are in the words.
const MOST_DRAWN = 5

/** Who stands where: on one side those from or through whom something came, on the other those to whom it went. */
export function drawnPeople({ received, given }: Pick<Letter, 'received' | 'given'>) {
  return { from: drawnOf(received), to: drawnOf(given) }
}

function drawnOf(favours: readonly { readonly person: ShownPerson }[]): DrawnPerson[] {
  const people = favours.flatMap(({ person }) => nearestOf(person))
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

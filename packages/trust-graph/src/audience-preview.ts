import type { AudiencePreview } from './answers.ts'
import { isChosen } from './audience.ts'
import type { Audience, PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { listedTies } from './post-index.ts'
import { packAudience } from './post-word.ts'
import { livingSides } from './tie-sides.ts'
import { viewerHash } from './viewer-hash.ts'

/**
 * How far an audience would go: ring 1 exactly, in the order of the author's hash and without whom he has blocked himself;
 * the rings beyond it blind to everybody's blocks and to carrying, but not to whom the author left out. O(the sides of
 * everybody within `onward` rings of the author).
 */
export function previewAudience(
  facts: GraphFacts,
  author: PersonNo,
  audience: Audience,
  onward: 0 | 1 | 2,
): AudiencePreview {
  const { people } = facts
  if (!people.exists(author)) return { ring1: [], beyond: 0, carriers: 0 }
  const ring1 = firstRing(facts, author, audience).filter(
    (person) => people.exists(person) && !people.hasBlocked(author, person),
  )
  ring1.sort((one, other) => viewerHash(author, one) - viewerHash(author, other))
  // A club's post goes no further.
  if (onward === 0 || audience.form !== 'ties') return { ring1, beyond: 0, carriers: 0 }
  // Whoever has or had a tie with the author is in ring 1 or left out.
  const settled = everTied(facts, author).add(author)
  const ring2 = new Set<PersonNo>()
  let carriers = 0
  for (const person of ring1) {
    const brought = tiesBeyond(facts, person, settled)
    if (brought.length > 0) carriers++
    for (const one of brought) ring2.add(one)
  }
  const beyond = new Set(ring2)
  if (onward === 2)
    for (const person of ring2) for (const one of tiesBeyond(facts, person, settled)) beyond.add(one)
  return { ring1, beyond: beyond.size, carriers }
}

function firstRing(facts: GraphFacts, author: PersonNo, audience: Audience): PersonNo[] {
  if (audience.form === 'notebook') return []
  if (audience.form === 'club') {
    return [...(facts.members.row(audience.club)?.keys() ?? [])].filter((person) => person !== author)
  }
  const word = packAudience(audience, facts.circleMask(author, audience.circles))
  const listed = listedTies(audience)
  return [...livingSides(facts.ties, author)]
    .filter(({ person, side }) => isChosen(word, listed, person, side))
    .map(({ person }) => person)
}

function tiesBeyond(facts: GraphFacts, person: PersonNo, settled: ReadonlySet<PersonNo>): PersonNo[] {
  return [...livingSides(facts.ties, person)]
    .map((tie) => tie.person)
    .filter((other) => !settled.has(other) && facts.people.exists(other))
}

function everTied(facts: GraphFacts, person: PersonNo): Set<PersonNo> {
  const { into } = facts.ties
  const start = into.start(person)
  const others = new Set<PersonNo>()
  for (let at = start; at < start + 2 * into.count(person); at += 2) others.add(into.data[at]!)
  return others
}

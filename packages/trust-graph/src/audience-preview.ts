import type { AudiencePreview } from './answers.ts'
import { isChosen } from './audience.ts'
import type { Audience, PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { listedTies } from './post-index.ts'
import { packAudience } from './post-word.ts'
import { livingSides } from './tie-sides.ts'
import { viewerHash } from './viewer-hash.ts'

/** More than anybody can picture, and few enough to count while others wait. */
const MOST_COUNTED = 20_000

/**
 * How far an audience would go: ring 1 exactly, in the order of the author's hash and without whom he has blocked himself;
 * the rings beyond it blind to everybody's blocks and to carrying, but not to whom the author left out. Beyond ring 1 it
 * counts to 20,000 and no further. O(the ties of the author and of his ties, and of as many people as are counted).
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
  return { ring1, ...countBeyond(facts, author, ring1, onward) }
}

/** Everybody on a chain over ring 1 whom the author never had a tie with, and how many of ring 1 bring somebody. */
function countBeyond(facts: GraphFacts, author: PersonNo, ring1: readonly PersonNo[], onward: 1 | 2) {
  const settled = everTied(facts, author).add(author)
  const beyond = new Set<PersonNo>()
  let carriers = 0
  const meet = (person: PersonNo): boolean => {
    let brought = false
    for (const { person: other } of livingSides(facts.ties, person)) {
      if (settled.has(other)) continue
      brought = true
      if (beyond.size >= MOST_COUNTED) break
      beyond.add(other)
    }
    return brought
  }
  for (const person of ring1) if (meet(person)) carriers++
  if (onward === 2) for (const person of [...beyond]) meet(person)
  return { beyond: beyond.size, carriers }
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

function everTied(facts: GraphFacts, person: PersonNo): Set<PersonNo> {
  const { into } = facts.ties
  const start = into.start(person)
  const others = new Set<PersonNo>()
  for (let at = start; at < start + 2 * into.count(person); at += 2) others.add(into.data[at]!)
  return others
}

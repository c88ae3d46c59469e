import type { AudiencePreview } from './answers.ts'
import { isChosen } from './audience.ts'
import type { Audience, PersonNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { NumberTable } from './number-table.ts'
import { listedTies } from './post-index.ts'
import { packAudience } from './post-word.ts'
import { isEnded } from './side-word.ts'
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
function countBeyond({ ties }: GraphFacts, author: PersonNo, ring1: readonly PersonNo[], onward: 1 | 2) {
  const { into } = ties
  // Whoever has or had a tie with the author is in ring 1 or left out.
  const met = new NumberTable()
  met.set(author, SETTLED)
  for (let at = into.start(author), i = 0; i < into.count(author); i++, at += 2)
    met.set(into.data[at]!, SETTLED)
  const beyond: PersonNo[] = []
  const bringsSomebody = (person: PersonNo): boolean => {
    const end = into.start(person) + 2 * into.count(person)
    let brings = false
    for (let at = into.start(person); at < end; at += 2) {
      if (isEnded(into.data[at + 1]!)) continue
      const known = met.get(into.data[at]!)
      if (known === SETTLED) continue
      brings = true
      if (beyond.length === MOST_COUNTED) break
      if (known === BEYOND) continue
      met.set(into.data[at]!, BEYOND)
      beyond.push(into.data[at]!)
    }
    return brings
  }
  const carriers = ring1.filter(bringsSomebody).length
  if (onward === 2) for (const person of beyond.slice()) bringsSomebody(person)
  return { beyond: beyond.length, carriers }
}

const SETTLED = 1
const BEYOND = 2

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

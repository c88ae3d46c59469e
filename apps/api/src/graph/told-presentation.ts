import { type AudienceClass, ClubId, type Voice } from '@kith/contract'
import { type CheckedWitness, type Named, named, presentTie } from './person-presentation.ts'
import type { ToldPost } from './told-posts.ts'
import type { Proposal } from './witness-check.ts'

/** A witness that the database accepted, with whoever on it may be named. */
export function checkedWitness(row: ToldPost, { witness }: Proposal): CheckedWitness {
  const person = named(row.tiePersonId, row.tieHandle, row.tieName, row.tiePhoto)
  const tie = person && presentTie(person, row)
  switch (witness.way) {
    case 'own':
      return { way: 'own' }
    case 'addressed':
      return { way: 'addressed', tie }
    case 'club':
      return { way: 'club', tie }
    case 'chain': {
      if (!tie) throw new Error('expected an accepted chain to begin with a tie')
      const author = authorOf(row)
      const middle = named(row.middleId, row.middleHandle, row.middleName, row.middlePhoto)
      const beyond = [[], [author], [middle, author]][witness.chain.length - 2] ?? []
      return { way: 'chain', tie, beyond }
    }
  }
}

/** The author of a post, where the viewer may name him. */
export function authorOf(row: ToldPost): Named | undefined {
  return named(row.authorId, row.authorHandle, row.authorName, row.authorPhoto)
}

/** The club that a post is for, where the viewer is in it. */
export function presentClub(row: ToldPost): Voice['club'] {
  return row.clubId === null ? null : { id: ClubId.parse(row.clubId), name: row.clubName }
}

/** All that a reader learns of the audience of what may travel as far as its author says; of one that is held, what it will be. */
export function toldClass(row: Pick<ToldPost, 'form' | 'allTies' | 'onward' | 'hasCircles'>): AudienceClass {
  if (row.form === 'notebook') return 'me'
  if (row.form === 'club') return 'club'
  if (row.onward > 0) return 'onward'
  return row.allTies || row.hasCircles ? 'circles' : 'chosen'
}

import { type Ask, PostId, type ShownPerson } from '@kith/contract'
import type { AskRow } from './ask-rows.ts'
import { type CheckedWitness, named, presentChain, presentPerson } from './person-presentation.ts'
import { authorOf, checkedWitness, presentClub, toldClass } from './told-presentation.ts'
import type { Proposal } from './witness-check.ts'

/** An ask that the database accepted, as it is shown. */
export interface CheckedAsk {
  readonly proposal: Proposal
  /** Whether the viewer's own settings let him hear it; floor and K are the engine's. */
  readonly heard: boolean
  readonly since: Date
  readonly ask: Ask
}

// Who showed himself to the viewer is named by that act of his own, whatever the way.
function presentAsker(row: AskRow, witness: CheckedWitness): ShownPerson {
  const shown = named(row.shownId, row.shownHandle, row.shownName, null)
  return shown ? presentPerson(shown, { way: 'spoken' }) : presentPerson(authorOf(row), witness)
}

export function presentAsk(row: AskRow, proposal: Proposal, now: Date): CheckedAsk {
  const witness = checkedWitness(row, proposal)
  const { kind, title, words, place, placeId, trade, region, urgent, role, field, hours } = row
  return {
    proposal,
    heard: row.heard,
    since: row.since,
    ask: {
      post: PostId.parse(row.postId),
      person: presentAsker(row, witness),
      chain: presentChain(witness),
      way: witness.way,
      wish: {
        kind,
        title,
        words,
        place,
        ...(placeId === null ? {} : { placeId }),
        ...{ trade, region, urgent, role, field, hours },
      },
      language: row.language,
      created: row.created.toISOString(),
      ends: row.until.toISOString(),
      isOver: row.until <= now,
      audience: toldClass(row),
      club: presentClub(row),
      answered: row.answers.map((id) => PostId.parse(id)),
    },
  }
}

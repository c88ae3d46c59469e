import { type Comment, CommentId, type ShownPerson } from '@kith/contract'
import {
  type Named,
  named,
  type PersonWitness,
  presentPerson,
  presentTie,
} from '../graph/person-presentation.ts'
import type { CommentRow } from './comment-rows.ts'

/** A comment as its reader gets it. */
export function presentComment(row: CommentRow): Comment {
  const { text, byAuthor, removable } = row
  const made = row.made.toISOString()
  return { id: CommentId.parse(row.id), person: presentWriter(row), byAuthor, text, made, removable }
}

function presentWriter(row: CommentRow): ShownPerson {
  const writer = named(row.writerId, row.writerHandle, row.writerName, row.writerPhoto)
  return presentPerson(writer, witnessOf(row, writer))
}

function witnessOf(row: CommentRow, writer: Named | undefined): PersonWitness {
  const known = named(row.tieId, row.tieHandle, row.tieName, row.tiePhoto)
  if (row.named === 'self') return { way: 'own' }
  if (known === undefined) return { way: 'spoken' }
  return { way: 'chain', tie: presentTie(known, row), beyond: row.named === 'tie' ? [] : [writer] }
}

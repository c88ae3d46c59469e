import type { CircleKind, ShownPerson } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { presentPerson, presentTie } from './person-presentation.ts'
import { ringKind } from './told-posts.ts'

/** Somebody who is named to the reader by what both take part in; a tie of the reader's with what he says of him. */
export interface PartyRow {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly photo: string | null
  readonly isTie: boolean
  readonly closeness: number | null
  readonly ring: CircleKind | null
}

/** A `PartyRow` as `party`, for one person by his number: one row, or none where there is nobody. */
export function partyOf(sql: Sql, reader: ReturnType<Sql>, who: ReturnType<Sql>) {
  return sql`
    select jsonb_build_object('id', n.id, 'handle', n.handle, 'name', n.name, 'photo', n.image,
      'isTie', live.id is not null, 'closeness', side.closeness, 'ring', ring.kind) as party
    from person n
    left join tie live on live.low = least(${reader}, n.no) and live.high = greatest(${reader}, n.no)
      and live.ended_at is null
    left join tie_side side on side.owner = ${reader} and side.other = n.no and live.id is not null
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    where n.no = ${who}`
}

export function presentParty(party: PartyRow): ShownPerson {
  return party.isTie ? presentTie(party, party) : presentPerson(party, { way: 'spoken' })
}

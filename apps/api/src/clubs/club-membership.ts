import { LIMITS } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { AppError } from '../http/refusals.ts'
import {
  countClubs,
  countMembers,
  deleteInvitations,
  deleteMember,
  insertMember,
  isMember,
} from './clubs-store.ts'

export type Changed = (...changes: Change[]) => void

/** Puts a person into a club. The caller has locked first the person, then the club, so that limits hold. */
export async function join(
  tx: Db,
  changed: Changed,
  { club, person, at }: { club: number; person: number; at: Date },
): Promise<void> {
  await refuseMember(tx, club, person)
  if ((await countMembers(tx, club)) >= LIMITS.clubMembers) throw new AppError('club_full')
  await refuseTooManyClubs(tx, person)
  await insertMember(tx, { club, person, joinedAt: at })
  changed({ kind: 'membership', a: club, b: person })
  tellClubs(changed, await deleteInvitations(tx, club, { invited: person }))
}

/** Takes a person out of a club, and with him whom he invited. */
export async function takeOut(tx: Db, changed: Changed, club: number, person: number): Promise<void> {
  await deleteMember(tx, club, person)
  changed({ kind: 'membership', a: club, b: person })
  tellClubs(changed, await deleteInvitations(tx, club, { inviter: person }))
}

export async function refuseMember(tx: Db, club: number, person: number): Promise<void> {
  if (await isMember(tx, club, person)) throw new AppError('already_member')
}

async function refuseTooManyClubs(tx: Db, person: number): Promise<void> {
  if ((await countClubs(tx, person)) >= LIMITS.clubs) throw new AppError('too_many_clubs')
}

export function tellClubs(changed: Changed, people: readonly number[]): void {
  changed(...people.map((a) => ({ kind: 'clubs' as const, a })))
}

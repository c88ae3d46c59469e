import type { Db } from '../database/client.ts'
import { club, clubInvitation, clubMember } from '../database/tables/club-tables.ts'
import type { VillageClub } from './village-data.ts'
import { ago, find, type VillageDeps } from './village-keys.ts'

/** Founds the clubs of the village with their members and open invitations; answers their numbers by key. */
export async function insertClubs(
  tx: Db,
  clubs: readonly VillageClub[],
  persons: ReadonlyMap<string, number>,
  { now, ids }: VillageDeps,
): Promise<Map<string, number>> {
  const founded = clubs.map((one) => ({ one, id: ids.undated(), at: ago(now(), one.daysAgo) }))
  const made = await tx
    .insert(club)
    .values(
      founded.map(({ one: { name, about, host }, id, at }) => ({
        id,
        name,
        about,
        host: find(persons, host),
        createdAt: at,
      })),
    )
    .returning({ id: club.id, no: club.no })
  const byId = new Map(made.map(({ id, no }) => [id, no]))
  const numbered = founded.map(({ one, id, at }) => ({ one, at, no: find(byId, id) }))
  await tx
    .insert(clubMember)
    .values(
      numbered.flatMap(({ one: { host, members }, at, no }) =>
        [host, ...members].map((key) => ({ club: no, person: find(persons, key), joinedAt: at })),
      ),
    )
  await tx.insert(clubInvitation).values(
    numbered.flatMap(({ one, no }) =>
      one.invitations.map(({ from, to, daysAgo }) => ({
        id: ids.dated(),
        club: no,
        inviter: find(persons, from),
        invited: find(persons, to),
        madeAt: ago(now(), daysAgo),
      })),
    ),
  )
  return new Map(numbered.map(({ one, no }) => [one.key, no]))
}

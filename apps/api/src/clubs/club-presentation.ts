import { Club, type ShownPerson } from '@kith/contract'
import { named, presentPerson, presentTie } from '../graph/person-presentation.ts'
import type { ClubViewRow, PersonRow } from './club-rows.ts'

/** Members are named to each other in their club. */
export function presentMember({ isSelf, isTie, closeness, ring, ...row }: PersonRow): ShownPerson {
  const person = named(row.id, row.handle, row.name, row.photo)
  if (isSelf) return presentPerson(person, { way: 'own' })
  return presentPerson(person, {
    way: 'club',
    tie: person && isTie ? presentTie(person, { closeness, ring }) : undefined,
  })
}

export function presentClub({ clubId, clubName, about, paused, count, host }: ClubViewRow): Club {
  return Club.parse({
    id: clubId,
    name: clubName,
    about,
    host: host.id === null ? null : presentMember(host),
    count,
    paused,
  })
}

import { Club, JoinCode, SentClubInvitation } from '@kith/contract'
import { ask } from './asking.ts'
import type { Visit } from './hosted.ts'
import { join, type Person, read, recommend, tie } from './people.ts'

/** A club with its host, and another that somebody else wants the host in and has a code for. */
export interface Clubs {
  host: Person
  mine: string
  /** A post of the host's for the club. */
  post: string
  /** Leads into the other club. */
  code: string
}

/** Makes them anew. */
export async function makeClubs(visit: Visit): Promise<Clubs> {
  const host = await join(await visit(), 'Mira')
  const [guest, stranger] = [await join(await visit(), 'Gustav'), await join(await visit(), 'Ulla')]
  await tie(guest, host)
  const mine = await found(host, 'Church choir', 'Sings on Tuesdays')
  await bring(host, mine, guest)
  await tie(guest, stranger)
  await bring(guest, mine, stranger)
  await tie(host, await join(await visit(), 'Vera'))
  const { post } = await recommend(host, 'Organ builder Pirchner', {
    audience: { form: 'club', club: Club.shape.id.parse(mine) },
  })
  const other = await found(guest, 'Volunteer fire brigade', null)
  await invite(guest, other, host)
  const made = await ask(guest.page, 'POST', `/api/clubs/${other}/code`, { hours: 3, most: 40 })
  return { host, mine, post, code: (await read(JoinCode, made)).code ?? '' }
}

async function found({ page }: Person, name: string, about: string | null): Promise<string> {
  return (await read(Club, await ask(page, 'POST', '/api/clubs', { name, about }))).id
}

async function invite({ page }: Person, club: string, who: Person): Promise<string> {
  const answer = await ask(page, 'POST', `/api/clubs/${club}/invitations`, { person: who.me.id })
  return (await read(SentClubInvitation, answer)).id
}

async function bring(by: Person, club: string, who: Person): Promise<void> {
  const id = await invite(by, club, who)
  await read(Club, await ask(who.page, 'POST', `/api/clubs/invitations/${id}/accept`))
}

import {
  Club,
  type ClubId,
  type ClubInvitation,
  ClubMembers,
  Clubs,
  JoinCode,
  SentClubInvitation,
} from '@kith/contract'
import { type Answer, expectBody, type Person, positionOf } from './api-world.ts'

/** What people do about a club, each knowing what was written before. */
export interface ClubScene {
  found(by: Person, name?: string): Promise<Club>
  invite(by: Person, club: ClubId, who: Person): Promise<SentClubInvitation>
  /** The invitations that wait for somebody. */
  waiting(who: Person): Promise<ClubInvitation[]>
  /** A tie of a member's joins by his invitation. */
  bring(by: Person, club: ClubId, who: Person): Promise<void>
  makeCode(by: Person, club: ClubId, wish?: { hours?: number; most?: number }): Promise<string>
  joinBy(who: Person, code: string): Promise<Answer>
  names(by: Person, club: ClubId, query?: string): Promise<string[]>
  /** Notes the position of a write. */
  wrote(answer: Answer): Answer
  /** What to ask with, to see all that was written. */
  after(): Record<string, string>
}

export function clubScene(): ClubScene {
  let position = ''
  const after = () => (position === '' ? {} : { 'kith-after': position })
  const wrote = (answer: Answer) => {
    position = positionOf(answer)
    return answer
  }
  const waiting = async (who: Person) => expectBody(Clubs, await who.get('/api/clubs', after())).invitations
  const invite = async (by: Person, club: ClubId, who: Person) =>
    expectBody(
      SentClubInvitation,
      wrote(await by.post(`/api/clubs/${club}/invitations`, { person: who.me.id }, after())),
    )
  return {
    after,
    wrote,
    waiting,
    invite,
    found: async (by, name = 'The choir') =>
      expectBody(Club, wrote(await by.post('/api/clubs', { name, about: null }))),
    bring: async (by, club, who) => {
      const { id } = await invite(by, club, who)
      expectBody(Club, wrote(await who.post(`/api/clubs/invitations/${id}/accept`, undefined, after())))
    },
    makeCode: async (by, club, { hours = 3, most = 40 } = {}) => {
      const made = wrote(await by.post(`/api/clubs/${club}/code`, { hours, most }, after()))
      return expectBody(JoinCode, made).code ?? ''
    },
    joinBy: async (who, code) => {
      const answer = await who.post(`/api/clubs/by-code/${code}/join`, undefined, after())
      return answer.status === 201 ? wrote(answer) : answer
    },
    names: async (by, club, query = '') => {
      const list = await by.get(`/api/clubs/${club}/members${query}`, after())
      return expectBody(ClubMembers, list).members.map(({ name }) => name)
    },
  }
}

import { TieRequest } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import {
  clubOf,
  type Facts,
  type KnownClub,
  type KnownClubInvitation,
  pairOf,
  tiesOf,
} from '../world-facts.ts'
import { isApart, isWaiting } from '../world-rules.ts'
import { token } from '../world-words.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, newKey, peopleOf, type Walked } from './walk-state.ts'

const MOST_CLUBS = 3

type Named = readonly [string, KnownClub]

function anyClub(
  { facts, dice }: Walked,
  isMeant: (club: KnownClub) => boolean = () => true,
): Named | undefined {
  return anyOf(
    dice,
    [...facts.clubs].filter(([, club]) => club.members.size > 0 && isMeant(club)),
  )
}

/** A club with a member of it, by chance. */
function anyMember(walked: Walked, isMeant: (club: KnownClub, key: string) => boolean = () => true) {
  const [key, club] = anyClub(walked) ?? []
  if (key === undefined || club === undefined) return undefined
  const who = anyOf(
    walked.dice,
    [...club.members].filter((one) => isMeant(club, one)),
  )
  return who === undefined ? undefined : { key, club, who }
}

export const foundClub: Act = actOn(
  (walked) => {
    const open = [...walked.facts.clubs.values()].filter(({ members }) => members.size > 0)
    return open.length < MOST_CLUBS ? newKey(walked, 'club') : undefined
  },
  (walked, key) => walked.cast.club(key, walked.dice.pick(peopleOf(walked))),
)

export const renameClub: Act = actOn(anyClub, async ({ cast, facts }, [key, club]) => {
  const name = token()
  cast.done(await cast.client(club.host).patch(`/api/clubs/${club.id}`, { name }))
  facts.clubs.set(key, { ...club, name })
})

export const pauseClub: Act = actOn(anyMember, async ({ cast, dice, pausedClubs }, { key, club, who }) => {
  const paused = dice.chance(0.5)
  cast.done(await cast.client(who).patch(`/api/clubs/${club.id}/membership`, { paused }))
  if (paused) pausedClubs.add(`${key} ${who}`)
  else pausedClubs.delete(`${key} ${who}`)
})

export const leaveClub: Act = actOn(
  (walked) => anyMember(walked, ({ host }, one) => one !== host),
  async (walked, { key, club, who }) => {
    walked.cast.done(await walked.cast.client(who).delete(`/api/clubs/${club.id}/membership`))
    takeOut(walked, key, who)
  },
)

export const removeMember: Act = actOn(
  (walked) => anyMember(walked, ({ host }, one) => one !== host && !isApart(walked.facts, host, one)),
  async (walked, { key, club, who }) => {
    const { cast, facts } = walked
    const { id } = cast.client(who).me
    cast.done(await cast.client(club.host).delete(`/api/clubs/${club.id}/members/${id}`))
    takeOut(walked, key, who)
    facts.clubs.set(key, { ...clubOf(facts, key), code: null })
  },
)

export const handOver: Act = actOn(
  (walked) => anyMember(walked, ({ host }, one) => one !== host && !isApart(walked.facts, host, one)),
  async ({ cast, facts }, { key, club, who }) => {
    const body = { person: cast.client(who).me.id }
    cast.done(await cast.client(club.host).send('PUT', `/api/clubs/${club.id}/host`, body))
    facts.clubs.set(key, { ...club, host: who })
  },
)

export const closeClub: Act = actOn(anyClub, async (walked, [key, club]) => {
  const { cast, facts } = walked
  cast.done(await cast.client(club.host).delete(`/api/clubs/${club.id}`))
  for (const who of club.members) takeOut(walked, key, who)
  facts.clubs.set(key, { ...clubOf(facts, key), code: null })
  forgetInvitations(facts, ({ club: of }) => of === key)
})

/** He is out of it, and with him whom he invited. */
function takeOut({ facts, pausedClubs }: Walked, key: string, who: string): void {
  const club = clubOf(facts, key)
  facts.clubs.set(key, { ...club, members: new Set([...club.members].filter((one) => one !== who)) })
  pausedClubs.delete(`${key} ${who}`)
  forgetInvitations(facts, ({ club: of, from }) => of === key && from === who)
}

function forgetInvitations({ clubInvitations }: Facts, isGone: (one: KnownClubInvitation) => boolean): void {
  clubInvitations.splice(0, Infinity, ...clubInvitations.filter((one) => !isGone(one)))
}

export const inviteToClub: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const { key, club, who } = anyMember(walked) ?? {}
    if (key === undefined || club === undefined || who === undefined) return undefined
    const isInvited = (one: string) =>
      facts.clubInvitations.some(({ club: of, from, to }) => of === key && from === who && to === one)
    const to = anyOf(
      dice,
      tiesOf(facts, who).filter((one) => !club.members.has(one) && !isInvited(one)),
    )
    return to === undefined ? undefined : { key, who, to }
  },
  ({ cast }, { key, who, to }) => cast.inviteToClub(key, who, to),
)

function anyWaiting({ facts, dice }: Walked): KnownClubInvitation | undefined {
  return anyOf(
    dice,
    facts.clubInvitations.filter((one) => isWaiting(facts, one)),
  )
}

export const acceptClub: Act = actOn(anyWaiting, ({ cast }, invitation) => cast.joinClub(invitation))

export const declineClub: Act = actOn(anyWaiting, async ({ cast, facts }, invitation) => {
  cast.done(await cast.client(invitation.to).post(`/api/clubs/invitations/${invitation.id}/decline`))
  facts.clubInvitations.splice(facts.clubInvitations.indexOf(invitation), 1, { ...invitation, waits: false })
})

/** Once it was declined, to take it back leaves a mark that nobody sees; the walk does not invite there again. */
export const withdrawClub: Act = actOn(
  ({ facts, dice }) =>
    anyOf(
      dice,
      facts.clubInvitations.filter(({ waits }) => waits),
    ),
  async ({ cast, facts }, { id, from }) => {
    cast.done(await cast.client(from).delete(`/api/clubs/invitations/${id}`))
    forgetInvitations(facts, (one) => one.id === id)
  },
)

export const makeCode: Act = actOn(anyClub, ({ cast }, [key]) => cast.makeCode(key))

export const endCode: Act = actOn(
  (walked) => anyClub(walked, ({ code }) => code !== null),
  async ({ cast, facts }, [key, club]) => {
    cast.done(await cast.client(club.host).delete(`/api/clubs/${club.id}/code`))
    facts.clubs.set(key, { ...club, code: null })
  },
)

/** By a new code: one of the day before has ended. */
export const joinByCode: Act = actOn(
  (walked) => {
    const [key, club] = anyClub(walked) ?? []
    const who = anyOf(
      walked.dice,
      peopleOf(walked).filter((one) => !club?.members.has(one)),
    )
    return key === undefined || who === undefined ? undefined : { key, who }
  },
  async ({ cast }, { key, who }) => {
    await cast.makeCode(key)
    await cast.joinByCode(key, who)
  },
)

/** Two members of whom neither was asked yet become a request, whether the other is found by handle or not. */
export const offerTie: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const { club, who } = anyMember(walked) ?? {}
    if (club === undefined || who === undefined) return undefined
    const isAsked = (one: string) =>
      facts.requests.some(({ from, to }) => pairOf(from, to) === pairOf(who, one))
    const other = anyOf(
      dice,
      [...club.members].filter(
        (one) =>
          one !== who && !facts.ties.has(pairOf(who, one)) && !isApart(facts, who, one) && !isAsked(one),
      ),
    )
    return other === undefined ? undefined : { club, who, other }
  },
  async ({ cast, facts }, { club, who, other }) => {
    const { id: person } = cast.client(other).me
    const answer = cast.done(await cast.client(who).post(`/api/clubs/${club.id}/members/${person}/request`))
    facts.requests.push({ from: who, to: other, id: expectBody(TieRequest, answer).id, waits: true })
  },
)

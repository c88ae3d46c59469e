import { TieView } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import { wantToInvite } from '../world-account.ts'
import { isHeld, type KnownInvitation, pairOf } from '../world-facts.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, livePosts, peopleOf, rewriteInvitation, unsort, type Walked } from './walk-state.ts'

const MOST_LIVE = 8

function liveInvitations({ facts }: Walked): KnownInvitation[] {
  return facts.invitations.filter(({ state }) => state === 'live')
}

/** Encloses what the inviter has, in the words of this day. */
export const invite: Act = async (walked) => {
  const { cast, dice, facts, enclosed } = walked
  if (liveInvitations(walked).length >= MOST_LIVE) return false
  const owner = dice.pick(peopleOf(walked))
  const posts = dice.some(
    livePosts(walked, owner).filter((post) => post.form === 'ties' && !isHeld(post)),
    0.5,
  )
  const chosen = posts.slice(0, 3)
  const invitation = await cast.invite(
    owner,
    chosen.map(({ key }) => key),
  )
  facts.invitations.push(invitation)
  enclosed.set(
    invitation.id,
    chosen.map((post) => ({ post, words: post.words })),
  )
  return true
}

export const revoke: Act = actOn(
  (walked) => anyOf(walked.dice, liveInvitations(walked)),
  async (walked, invitation) => {
    const { cast } = walked
    cast.done(await cast.client(invitation.owner).delete(`/api/invitations/${invitation.id}`))
    rewriteInvitation(walked, invitation, { state: 'revoked' })
  },
)

/** Accepted by somebody with an account who is no tie of the inviter's and apart from him in nothing. */
export const accept: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const invitation = anyOf(dice, liveInvitations(walked))
    const by = invitation && anyOf(dice, newcomersTo(walked, invitation.owner))
    return invitation && by !== undefined ? { invitation, by, facts } : undefined
  },
  async (walked, { invitation, by, facts }) => {
    const { cast } = walked
    const path = `/api/invitations/by-link/${invitation.secret}/accept`
    const answer = cast.done(await cast.client(by).post(path, { closeness: null, circles: [] }))
    facts.ties.set(pairOf(invitation.owner, by), expectBody(TieView, answer).id)
    facts.ended.delete(pairOf(invitation.owner, by))
    unsort(walked, invitation.owner, by)
    for (const post of facts.posts)
      if (
        invitation.enclosed.includes(post.key) &&
        !post.gone &&
        !isHeld(post) &&
        !post.addressed.includes(by)
      )
        post.addressed.push(by)
    rewriteInvitation(walked, invitation, { state: 'used', acceptedBy: by })
  },
)

function newcomersTo(walked: Walked, owner: string): string[] {
  const { facts } = walked
  return peopleOf(walked).filter(
    (key) =>
      key !== owner &&
      !facts.ties.has(pairOf(key, owner)) &&
      !facts.blocks.some(({ by, of }) => pairOf(by, of) === pairOf(key, owner)) &&
      !facts.requests.some(({ from, to }) => pairOf(from, to) === pairOf(key, owner)),
  )
}

export const confirm: Act = actOn(
  ({ facts, dice }) =>
    anyOf(
      dice,
      facts.invitations.filter(({ owner, acceptedBy }) => facts.ties.has(pairOf(owner, acceptedBy ?? ''))),
    ),
  async ({ cast, facts }, { owner, acceptedBy }) => {
    const id = facts.ties.get(pairOf(owner, acceptedBy ?? ''))
    // Somebody who accepted, whose tie ended and who became a tie anew is not awaited any more.
    const answer = await cast.client(owner).post(`/api/ties/${id}/confirm`)
    if (answer.status !== 404) cast.done(answer)
  },
)

/** Whom one wants to invite, before there is any invitation. */
export const noteWhom: Act = actOn(
  (walked) => anyOf(walked.dice, peopleOf(walked)),
  ({ cast }, owner) => wantToInvite(cast, owner),
)

export const dropWhom: Act = actOn(
  ({ dice, facts }) => anyOf(dice, facts.toInvite),
  async ({ cast, facts }, wanted) => {
    cast.done(await cast.client(wanted.owner).delete(`/api/me/to-invite/${wanted.id}`))
    facts.toInvite.splice(facts.toInvite.indexOf(wanted), 1)
  },
)

import {
  type Audience,
  Circle,
  Club,
  Comment,
  Invitation,
  JoinCode,
  Me,
  OwnAskable,
  ReadRecommendation,
  SentClubInvitation,
  Sessions,
  TieRequest,
} from '@kith/contract'
import { type Answer, expectBody, type Person, positionOf, tie, type World } from './api-world.ts'
import { endAnswers } from './world-answered.ts'
import { castAsks } from './world-cast-asks.ts'
import {
  clubOf,
  endCandidacies,
  joined,
  type KnownClubInvitation,
  type KnownInvitation,
  type KnownPost,
  type Member,
  memberOf,
  noFacts,
  pairOf,
} from './world-facts.ts'
import { leaveSharedThreads } from './world-together.ts'
import { formOf, isJob, recommendationOf, textsOf, token, type Wish } from './world-words.ts'

type Flags = Partial<Pick<Member, 'open' | 'carries' | 'findable'>>

export type Cast = ReturnType<typeof createCast>

/** People who live through the product's own routes, while the test keeps its own account of how things stand. */
export function createCast(world: World) {
  const facts = noFacts()
  let position = ''
  const done = (answer: Answer): Answer => {
    if (answer.status >= 300)
      throw new Error(`expected a write to be done, got ${answer.status} ${answer.text}`)
    position = positionOf(answer) || position
    return answer
  }
  const client = (key: string): Person => memberOf(facts, key).client
  const idOf = (key: string) => client(key).me.id
  const postOf = (key: string): KnownPost => {
    const post = facts.posts.find((one) => one.key === key)
    if (!post) throw new Error(`expected a post ${key}`)
    return post
  }

  const audienceOf = (wish: Wish): Audience => {
    if (wish.notebook) return { form: 'notebook' }
    if (wish.club !== undefined)
      return { form: 'club', club: Club.shape.id.parse(facts.clubs.get(wish.club)?.id) }
    const { all = false, circles = [], singles = [], excepted = [] } = wish
    return {
      form: 'ties',
      all,
      circles: circles.map((key) => Circle.shape.id.parse(facts.circles.get(key)?.id)),
      singles: singles.map(idOf),
      excepted: excepted.map(idOf),
    }
  }

  return {
    facts,
    client,
    ...castAsks({
      facts,
      client,
      done,
      postOf,
      audienceOf,
      clock: world.clock,
      after: () => ({ 'kith-after': position }),
    }),
    postOf,
    audienceOf,
    clock: world.clock,
    /** A request header that makes a reader wait for everything that the cast did. */
    after: () => ({ 'kith-after': position }),
    /** Takes the position of a write that the test did itself. */
    done,

    person: async (key: string, flags: Flags = {}): Promise<Person> => {
      const email = `${token()}@kith.test`
      const made = await world.person(token(), { name: token(), email })
      const { sessions } = await made.read(Sessions, '/api/auth/sessions')
      facts.sessions.set(key, sessions[0]?.id ?? '')
      facts.people.set(key, {
        key,
        client: made,
        email,
        open: false,
        carries: true,
        findable: true,
        ...flags,
      })
      if (Object.keys(flags).length > 0) done(await made.patch('/api/me', flags))
      return made
    },

    change: async (key: string, flags: Flags): Promise<void> => {
      done(await client(key).patch('/api/me', flags))
      Object.assign(memberOf(facts, key), flags)
    },

    tie: async (one: string, other: string): Promise<string> => {
      const id = await tie(client(one), client(other))
      facts.ties.set(pairOf(one, other), id)
      facts.ended.delete(pairOf(one, other))
      for (const side of [one, other]) done(await client(side).patch(`/api/ties/${id}`, { closeness: 4 }))
      return id
    },

    endTie: async (by: string, other: string): Promise<void> => {
      const id = facts.ties.get(pairOf(by, other)) ?? ''
      done(await client(by).delete(`/api/ties/${id}`))
      facts.ties.delete(pairOf(by, other))
      facts.ended.set(pairOf(by, other), id)
      endCandidacies(facts, by, other)
    },

    block: async (by: string, of: string): Promise<void> => {
      done(await client(by).post('/api/blocks', { person: idOf(of) }))
      facts.blocks.push({ by, of })
      const id = facts.ties.get(pairOf(by, of))
      if (id !== undefined) facts.ended.set(pairOf(by, of), id)
      facts.ties.delete(pairOf(by, of))
      endCandidacies(facts, by, of)
      endAnswers(facts, by, of)
      leaveSharedThreads(facts.threads, by, of)
    },

    circle: async (key: string, owner: string, members: readonly string[]): Promise<void> => {
      const name = token()
      const made = expectBody(
        Circle,
        done(await client(owner).post('/api/circles', { name, kind: 'friends' })),
      )
      facts.circles.set(key, { owner, id: made.id, name, members: new Set(members) })
      for (const member of members) {
        const id = facts.ties.get(pairOf(owner, member)) ?? ''
        done(await client(owner).patch(`/api/ties/${id}`, { circles: [made.id] }))
      }
    },

    club: async (key: string, host: string): Promise<void> => {
      const name = token()
      const made = expectBody(Club, done(await client(host).post('/api/clubs', { name, about: null })))
      facts.clubs.set(key, { id: made.id, name, host, members: new Set([host]), code: null })
    },

    inviteToClub: async (key: string, from: string, to: string): Promise<KnownClubInvitation> => {
      const path = `/api/clubs/${facts.clubs.get(key)?.id}/invitations`
      const made = expectBody(SentClubInvitation, done(await client(from).post(path, { person: idOf(to) })))
      const invitation = { id: made.id, club: key, from, to, waits: true }
      facts.clubInvitations.push(invitation)
      return invitation
    },

    /** Accepted, all invitations of that person to that club are done with. */
    joinClub: async ({ id, club: key, to }: KnownClubInvitation): Promise<void> => {
      done(await client(to).post(`/api/clubs/invitations/${id}/accept`))
      joined(facts, key, to)
    },

    makeCode: async (key: string): Promise<void> => {
      const club = clubOf(facts, key)
      const path = `/api/clubs/${club.id}/code`
      const made = expectBody(JoinCode, done(await client(club.host).post(path, { hours: 24, most: 500 })))
      facts.clubs.set(key, { ...club, code: made.code })
    },

    joinByCode: async (key: string, by: string): Promise<void> => {
      done(await client(by).post(`/api/clubs/by-code/${clubOf(facts, key).code}/join`))
      joined(facts, key, by)
    },

    leaveCircle: async (key: string, member: string): Promise<void> => {
      const circle = facts.circles.get(key)
      if (!circle) throw new Error(`expected a circle ${key}`)
      const id = facts.ties.get(pairOf(circle.owner, member)) ?? ''
      done(await client(circle.owner).patch(`/api/ties/${id}`, { circles: [] }))
      circle.members.delete(member)
    },

    request: async (from: string, to: string): Promise<string> => {
      const { handle } = client(to).me
      const made = expectBody(TieRequest, done(await client(from).post('/api/ties/requests', { handle })))
      facts.requests.push({ from, to, id: made.id, waits: true })
      return made.id
    },

    post: async (key: string, author: string, wish: Wish): Promise<KnownPost> => {
      const { candidate } = wish
      const said = recommendationOf(wish, audienceOf(wish))
      const body = candidate === undefined ? said : { ...said, candidate: idOf(candidate) }
      const sent = done(await client(author).post('/api/recommendations', body))
      const { voice } = expectBody(ReadRecommendation, sent)
      const { all = false, circles = [], singles = [], excepted = [], onward = 1 } = wish
      const post: KnownPost = {
        key,
        author,
        id: voice.post,
        subject: voice.subject.id,
        words: textsOf(said),
        form: formOf(wish),
        isJob: isJob(wish),
        all,
        circles,
        singles,
        excepted,
        onward,
        stays: wish.interest === 'paid' || wish.verdict === 'against',
        addressed: [],
        candidate: candidate === undefined ? null : { who: candidate, said: null },
        club: wish.club ?? null,
        gone: false,
        expired: false,
      }
      facts.posts.push(post)
      return post
    },

    comment: async (by: string, key: string): Promise<void> => {
      const [post, word] = [postOf(key), token()]
      const path = `/api/recommendations/${post.id}/comments`
      const { id } = expectBody(
        Comment,
        done(await client(by).send('POST', path, { text: word }, { 'kith-after': position })),
      )
      facts.comments.push({ id, post, by, word })
    },

    askable: async (author: string, wish: Wish): Promise<void> => {
      const words = token()
      const body = { kind: 'craftsman', place: null, words, audience: audienceOf(wish) }
      const { id } = expectBody(OwnAskable, done(await client(author).post('/api/me/askable', body)))
      const { all = false, circles = [], singles = [], excepted = [] } = wish
      facts.askables.push({ author, id, words, all, circles, singles, excepted })
    },

    face: async (key: string, picture: Buffer): Promise<void> => {
      const sent = done(await client(key).sendPhoto('PUT', '/api/me/photo', picture))
      facts.faces.set(key, expectBody(Me, sent).photo ?? '')
    },

    photo: async (key: string, picture: Buffer): Promise<void> => {
      const { id, author } = postOf(key)
      const words = token()
      done(await client(author).putPhoto(id, picture, words))
      facts.pictured.set(id, words)
    },

    /** Whom a post puts forward says yes or no to what it says now. */
    answer: async (key: string, agreed: boolean): Promise<void> => {
      const post = postOf(key)
      const by = client(post.candidate?.who ?? '')
      const url = `/api/recommendations/${post.id}`
      const read = await by.send('GET', url, undefined, { 'kith-after': position })
      const asked = expectBody(ReadRecommendation, read).voice.candidate?.asked
      done(await by.send('PUT', `${url}/candidacy`, { agreed, asked }, { 'kith-after': position }))
      post.candidate = { who: post.candidate?.who ?? null, said: agreed ? 'yes' : 'no' }
    },

    /** What somebody has said is changed; the test's account follows. */
    rewrite: (key: string, change: Partial<KnownPost>): KnownPost => {
      const post = { ...postOf(key), ...change }
      facts.posts.splice(facts.posts.indexOf(postOf(key)), 1, post)
      return post
    },

    remove: async (key: string): Promise<void> => {
      const post = postOf(key)
      done(await client(post.author).delete(`/api/recommendations/${post.id}`))
      post.gone = true
    },

    invite: async (owner: string, enclosed: readonly string[]): Promise<KnownInvitation> => {
      const enclosures = enclosed.map((key) => postOf(key).id)
      const note = token()
      const wish = { note, enclosures, circles: [], closeness: null, sittingTogether: false }
      const made = expectBody(Invitation, done(await client(owner).post('/api/invitations', wish)))
      const { id, secret } = made
      return { owner, id, secret: secret ?? '', note, enclosed, acceptedBy: null, state: 'live' }
    },

    accept: async (invitation: KnownInvitation, by: string): Promise<void> => {
      const path = `/api/invitations/by-link/${invitation.secret}/accept`
      const made = done(await client(by).post(path, { closeness: null, circles: [] }))
      facts.ties.set(pairOf(invitation.owner, by), String(Reflect.get(Object(made.body), 'id')))
      for (const key of invitation.enclosed) postOf(key).addressed.push(by)
    },
  }
}

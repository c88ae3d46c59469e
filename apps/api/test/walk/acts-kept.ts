import { Move, Moves } from '@kith/contract'
import { type Answer, expectBody } from '../api-world.ts'
import { type KnownPost, memberOf, pairOf } from '../world-facts.ts'
import { token } from '../world-words.ts'
import { anyPerson } from './acts-people.ts'
import { type Act, actOn } from './walk-acts.ts'
import { Judge } from './walk-oracle.ts'
import { anyOf, anyTie, type KnownMove, livePosts, peopleOf, tieIdOf, type Walked } from './walk-state.ts'

const KIND = 'craftsman'

interface Kept {
  readonly viewer: string
  readonly post: KnownPost
}

/** A post and somebody other than its author who may see it. */
export function anySeen(walked: Walked): Kept | undefined {
  const judge = new Judge(walked)
  const viewer = walked.dice.pick(peopleOf(walked))
  const post = anyOf(
    walked.dice,
    livePosts(walked).filter((one) => one.author !== viewer && judge.maySee(viewer, one)),
  )
  return post && { viewer, post }
}

export const remember: Act = actOn(anySeen, async ({ cast, facts }, { viewer, post }) => {
  const reason = token()
  const path = `/api/recommendations/${post.id}/remember`
  cast.done(await cast.client(viewer).send('PUT', path, { reason }, cast.after()))
  const before = facts.remembered.findIndex((one) => one.by === viewer && one.post.id === post.id)
  if (before >= 0) facts.remembered.splice(before, 1)
  facts.remembered.push({ by: viewer, post, reason })
})

export const forget: Act = actOn(
  ({ facts, dice }) =>
    anyOf(
      dice,
      facts.remembered.filter(({ post }) => !isGone(facts.posts, post)),
    ),
  async ({ cast, facts }, kept) => {
    cast.done(await cast.client(kept.by).delete(`/api/recommendations/${kept.post.id}/remember`))
    facts.remembered.splice(facts.remembered.indexOf(kept), 1)
  },
)

export const seeNotifications: Act = actOn(anyPerson, async ({ cast, world }, viewer) => {
  const seen = { asOf: world.clock.at.toISOString() }
  cast.done(await cast.client(viewer).post('/api/notifications/seen', seen))
})

/** What a tie recommended himself, as long as nothing he recommended moved the same side: shares are no matter of the walk. */
function anyUntried(walked: Walked): Kept | undefined {
  const { facts, dice, lived, said } = walked
  const judge = new Judge(walked)
  const viewer = dice.pick(peopleOf(walked))
  const untried = livePosts(walked).filter(
    (post) =>
      facts.ties.has(pairOf(viewer, post.author)) &&
      post.form === 'ties' &&
      said.get(post.key)?.interest === 'none' &&
      !lived.has(`${viewer} ${post.author}`) &&
      !facts.letDown.some((one) => one.by === viewer && one.post.id === post.id) &&
      judge.hears(viewer, post),
  )
  const post = anyOf(dice, untried)
  return post && { viewer, post }
}

export const sayOutcome: Act = actOn(anyUntried, async (walked, { viewer, post }) => {
  const { cast, facts, dice, lived } = walked
  const tie = tieIdOf(walked, viewer, post.author)
  const outcome = dice.pick(['helped', 'letDown'] as const)
  const sentence = token()
  const wish = outcome === 'helped' ? { outcome } : { outcome, sentence }
  const path = `/api/recommendations/${post.id}/outcome`
  cast.done(await cast.client(viewer).get('/api/me', cast.after()))
  cast.done(await cast.client(viewer).send('PUT', path, wish))
  lived.set(`${viewer} ${post.author}`, post.id)
  const { moves } = await cast.client(viewer).read(Moves, `/api/ties/${tie}/moves`)
  const id = moves[0]?.id ?? ''
  walked.moves.push({ id, by: viewer, of: post.author, post: post.id, undone: false })
  if (outcome === 'letDown') facts.letDown.push({ post, by: viewer, sentence, tie, move: id })
  else facts.helped.push({ post, by: viewer })
})

export const takeOutcomeBack: Act = actOn(
  ({ dice, lived, facts }) =>
    anyOf(
      dice,
      [...lived].filter(([, post]) => facts.posts.some(({ id, gone }) => id === post && !gone)),
    ),
  async (walked, [side, post]) => {
    const { cast, facts, lived } = walked
    const [by = ''] = side.split(' ')
    cast.done(await cast.client(by).delete(`/api/recommendations/${post}/outcome`))
    lived.delete(side)
    for (const said of [facts.letDown, facts.helped]) {
      const at = said.findIndex((one) => one.by === by && one.post.id === post)
      if (at >= 0) said.splice(at, 1)
    }
    walked.moves = walked.moves.filter((move) => move.by !== by || move.post !== post)
  },
)

/** Strength for a kind decides what stands first, not what is heard. */
export const wantLess: Act = actOn(
  (walked) => {
    const by = anyPerson(walked)
    const of = anyTie(walked, by)
    return of === undefined ? undefined : { by, of }
  },
  async (walked, { by, of }) => {
    const path = `/api/ties/${tieIdOf(walked, by, of)}/less`
    const answer = walked.cast.done(await walked.cast.client(by).post(path, { kind: KIND }))
    walked.moves.push({ id: expectBody(Move, answer).id, by, of, post: null, undone: false })
  },
)

export const undoMove: Act = actOnMove(false, async (path, { facts }, move) =>
  memberOf(facts, move.by).client.send('PUT', path, { because: 'mistaken' }),
)

export const restoreMove: Act = actOnMove(true, async (path, { facts }, move) =>
  memberOf(facts, move.by).client.delete(path),
)

/** On a move that was taken back, or was not. */
function actOnMove(
  undone: boolean,
  ask: (path: string, walked: Walked, move: KnownMove) => Promise<Answer>,
): Act {
  return actOn(
    ({ dice, moves, lived }) =>
      anyOf(
        dice,
        // A side is moved by one outcome at a time.
        moves.filter((one) => one.undone === undone && !(undone && lived.has(`${one.by} ${one.of}`))),
      ),
    async (walked, move) => {
      const path = `/api/ties/${tieIdOf(walked, move.by, move.of)}/moves/${move.id}/undo`
      walked.cast.done(await ask(path, walked, move))
      if (move.post !== null && undone) walked.lived.set(`${move.by} ${move.of}`, move.post)
      else if (move.post !== null) walked.lived.delete(`${move.by} ${move.of}`)
      walked.moves = walked.moves.map((one): KnownMove => (one === move ? { ...one, undone: !undone } : one))
    },
  )
}

function isGone(posts: readonly KnownPost[], { id }: KnownPost): boolean {
  return posts.some((post) => post.id === id && post.gone)
}

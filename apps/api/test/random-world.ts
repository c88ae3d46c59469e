import type { Audience, Interest, Onward, Verdict } from '@kith/contract'
import { plainFacts, plainWish } from '@kith/testkit/plain-post'
import { KINDS } from '@kith/trust-graph'
import { newIds } from '../src/database/new-ids.ts'
import { club, clubMember } from '../src/database/tables/club-tables.ts'
import { post, recommendation, subject } from '../src/database/tables/post-tables.ts'
import type { Asked } from './ask-writes.ts'
import type { Dice } from './dice.ts'
import { forTies, type World } from './graph-world.ts'
import type { OwnCircle, Recommended, Somebody } from './world-writes.ts'

export interface RandomWorld {
  readonly people: readonly Somebody[]
  readonly posts: readonly number[]
  readonly circles: readonly OwnCircle[]
  readonly club: number
  /** One change of any kind, through the tables. */
  change(): Promise<void>
}

const PEOPLE = 6
const POSTS = 8
const ASKS = 4
const DAY_MS = 86_400_000

/** A small dense world of its own in the database: ties of all states, circles, blocks, and posts of all forms. */
export async function makeRandomWorld(world: World, dice: Dice): Promise<RandomWorld> {
  const people: Somebody[] = []
  for (let i = 0; i < PEOPLE; i++) {
    people.push(await world.person(`P${i}`, { open: dice.chance(0.5), carries: dice.chance(0.85) }))
  }
  const pairs = people.flatMap((one, at) => people.slice(at + 1).map((other) => [one, other] as const))
  const live = new Set<string>()
  const tied = (owner: Somebody) => people.filter((other) => live.has(keyOf(owner, other)))
  const makeTie = async (one: Somebody, other: Somebody) => {
    await world.tie(one, other, [4 + dice.roll(2), 4 + dice.roll(2)])
    live.add(keyOf(one, other))
  }
  const endTie = async (one: Somebody, other: Somebody) => {
    await world.endTie(one, other)
    live.delete(keyOf(one, other))
  }
  for (const [one, other] of pairs) {
    if (!dice.chance(0.55)) continue
    await makeTie(one, other)
    const lot = dice.roll(20)
    if (lot < 3) await endTie(one, other)
    else if (lot < 6) await world.side(one, other, { paused: true })
    if (dice.chance(0.2)) await world.side(other, one, { offers: dice.pick(['yes', 'no']) })
    if (dice.chance(0.3)) await happen(world, dice, one, other)
  }
  const circles: OwnCircle[] = []
  for (const owner of people) circles.push(await world.circle(owner, dice.some(tied(owner), 0.5)))
  const clubNo = await makeClub(world, dice, people)
  const deps = { world, dice, people, circles, tied, club: clubNo }
  const made: Made[] = []
  for (let i = 0; i < POSTS; i++) made.push(await makePost(deps))
  const asked: Asked[] = []
  for (let i = 0; i < ASKS; i++) asked.push(await makeAsk(deps, made))
  const posts = [...made, ...asked].map(({ no }) => no)
  for (const [one, other] of pairs) {
    if (dice.chance(0.06)) await world.hideVoice(one, other)
    if (dice.chance(0.05)) {
      await world.block(one, other)
      live.delete(keyOf(one, other))
    }
  }
  const change = async () => {
    const [one, other] = dice.pick(pairs)
    const isLive = live.has(keyOf(one, other))
    switch (dice.roll(19)) {
      case 0:
        return isLive ? endTie(one, other) : makeTie(one, other)
      case 1:
        return world.side(one, other, { paused: dice.chance(0.5) })
      case 2:
        return world.change(one, { carries: dice.chance(0.5) })
      case 3:
      case 4: {
        const circle = dice.pick(circles)
        const [member] = tied(circle.owner)
        if (!member) return
        return dice.chance(0.4) ? world.joinCircle(circle, member) : world.leaveCircle(circle, member)
      }
      case 5:
        return dice.chance(0.5) ? world.joinClub(clubNo, one, dice.chance(0.3)) : world.leaveClub(clubNo, one)
      case 6:
        return world.side(one, other, { offers: dice.pick(['yes', 'no']) })
      case 7:
        return world.side(other, one, { closeness: dice.pick([null, 1, 2, 3, 4, 5]) })
      case 8:
        return dice.chance(0.6) ? world.hideVoice(one, other) : world.hideNothing(one)
      case 9:
        return world.hidePost(one, { no: dice.pick(posts) })
      case 10:
        return dice.chance(0.3) ? blockFor(one, other) : world.unblock(one, other)
      case 11:
        return dice.chance(0.3) ? removeCircle() : addCircle(one)
      case 12:
        return world.takeBackAddressings(one)
      case 13:
      case 14:
        return happen(world, dice, one, other)
      case 16:
        return world.endCandidacies(one)
      case 15:
        return dice.chance(0.7) ? eraseOne() : world.eraseAsk(dice.pick(asked))
      default:
        return dice.chance(0.7) ? more(made, await makePost(deps)) : more(asked, await makeAsk(deps, made))
    }
  }
  const more = <Post extends { readonly no: number }>(list: Post[], post: Post) => {
    list.push(post)
    posts.push(post.no)
  }
  const eraseOne = async () => {
    const [gone] = made.splice(dice.roll(made.length), 1)
    if (gone) await world.erase(gone.no)
  }
  const blockFor = async (one: Somebody, other: Somebody) => {
    await world.unblock(one, other)
    await world.block(one, other)
    live.delete(keyOf(one, other))
  }
  const addCircle = async (owner: Somebody) => {
    circles.push(await world.circle(owner, dice.some(tied(owner), 0.5)))
  }
  const removeCircle = async () => {
    const [gone] = circles.splice(dice.roll(circles.length), 1)
    if (gone) await world.removeCircle(gone)
    if (circles.length === 0) await addCircle(dice.pick(people))
  }
  return { people, posts, circles, club: clubNo, change }
}

/** Something happens on a side, or all that did is taken back. */
function happen(world: World, dice: Dice, owner: Somebody, other: Somebody): Promise<void> {
  if (dice.chance(0.2)) return world.forget(owner, other)
  const today = Math.floor(world.now().getTime() / DAY_MS)
  return world.happen(owner, other, {
    kind: dice.pick([null, null, ...KINDS]),
    good: dice.roll(6_000_000),
    bad: dice.chance(0.5) ? 0 : dice.roll(3_000_000),
    day: today - dice.roll(200),
  })
}

interface Made {
  readonly no: number
  readonly author: Somebody
}

interface PostDeps {
  readonly world: World
  readonly dice: Dice
  readonly people: readonly Somebody[]
  readonly circles: readonly OwnCircle[]
  readonly tied: (owner: Somebody) => Somebody[]
  readonly club: number
}

async function makePost({ world, dice, people, circles, tied, club: clubNo }: PostDeps): Promise<Made> {
  const author = dice.pick(people)
  const own = circles.filter(({ owner }) => owner === author)
  if (dice.chance(0.15)) return { no: await makeClubPost(world, dice, author, clubNo), author }
  const interest: Interest = dice.pick(['none', 'none', 'none', 'connected', 'paid'])
  const verdict: Verdict = dice.chance(0.85) ? 'recommend' : 'against'
  const onward: Onward = dice.pick([0, 1, 1, 2, 2])
  const audience = chooseAudience(dice, own, tied(author))
  const title = `p${dice.roll(1e6)}`
  const made: Recommended = await world.recommend(author, {
    title,
    subject: plainFacts(dice.pick(KINDS), title),
    interest,
    verdict,
    onward,
    audience,
    basis: dice.pick(['own', 'own', 'heard']),
  })
  if (dice.chance(0.1))
    await world.expire(made, new Date(world.now().getTime() + dice.pick([-1, 1]) * 3_600_000))
  if (audience.form === 'notebook' && dice.chance(0.5)) await world.forgetInterest(made)
  const [who] = tied(author)
  if (who && audience.form === 'ties' && dice.chance(0.3))
    await world.putForward(made, who, dice.pick([null, 'yes', 'yes', 'no']))
  for (const to of dice.some(tied(author), 0.1)) await world.address(made, to)
  return { no: made.no, author }
}

/** An ask of anybody's, answered by whomever the dice name: the rules of answering are not the graph's. */
async function makeAsk(
  { world, dice, people, circles, tied, club: clubNo }: PostDeps,
  recommended: readonly Made[],
): Promise<Asked> {
  const author = dice.pick(people)
  const own = circles.filter(({ owner }) => owner === author)
  const audience = chooseAudience(dice, own, tied(author))
  const asked = await world.ask(author, {
    wish: plainWish(dice.pick(KINDS), 'Who knows?'),
    onward: dice.pick([0, 1, 1, 2]),
    audience: audience.form === 'ties' ? audience : forTies({ all: true }),
  })
  if (dice.chance(0.2)) await world.toClub(asked, clubNo)
  for (const given of dice.some(recommended, 0.15))
    if (given.author !== author) await world.answer(asked, given)
  if (dice.chance(0.3)) await world.expire(asked, new Date(world.now().getTime() - 3_600_000))
  return asked
}

function chooseAudience(dice: Dice, circles: readonly OwnCircle[], ties: readonly Somebody[]): Audience {
  const ids = (share: number) => dice.some(ties, share).map(({ id }) => id)
  switch (dice.roll(5)) {
    case 0:
      return { form: 'notebook' }
    case 1: {
      const chosen = { circles: circles.map(({ id }) => id), singles: ids(0.2) }
      return chosen.circles.length + chosen.singles.length > 0 ? forTies(chosen) : { form: 'notebook' }
    }
    case 2: {
      const singles = ids(0.5)
      return singles.length > 0 ? forTies({ singles }) : { form: 'notebook' }
    }
    case 3:
      return forTies({ all: true, excepted: ids(0.3) })
    default:
      return forTies({ all: true })
  }
}

async function makeClub(world: World, dice: Dice, people: readonly Somebody[]): Promise<number> {
  const host = dice.pick(people)
  return world.write(async (tx, changed) => {
    const at = world.now()
    const [row] = await tx
      .insert(club)
      .values({ id: newIds.undated(), name: 'Rowing', host: host.no, createdAt: at })
      .returning({ no: club.no })
    const no = row?.no ?? 0
    for (const member of people) {
      if (member !== host && dice.chance(0.4)) continue
      await tx
        .insert(clubMember)
        .values({ club: no, person: member.no, paused: dice.chance(0.2), joinedAt: at })
      changed({ kind: 'membership', a: no, b: member.no })
    }
    return no
  })
}

function makeClubPost(world: World, dice: Dice, author: Somebody, clubNo: number): Promise<number> {
  return world.write(async (tx, changed) => {
    const at = world.now()
    const [made] = await tx
      .insert(post)
      .values({
        id: newIds.dated(),
        author: author.no,
        form: 'club',
        club: clubNo,
        onward: dice.pick([0, 1, 2]),
        createdAt: at,
        since: at,
      })
      .returning({ no: post.no })
    const [about] = await tx
      .insert(subject)
      .values({ id: newIds.undated(), kind: 'book' })
      .returning({ no: subject.no })
    const no = made?.no ?? 0
    await tx.insert(recommendation).values({
      post: no,
      author: author.no,
      subject: about?.no ?? 0,
      verdict: 'recommend',
      interest: 'none',
      title: 'For the club',
      basis: 'own',
      language: 'en',
    })
    changed({ kind: 'post', a: no })
    return no
  })
}

function keyOf(one: Somebody, other: Somebody): string {
  return [one.no, other.no].toSorted((a, b) => a - b).join(' ')
}

import { asksOn, type FeedCard, FeedPage, LiveChange, subjectsOn } from '@kith/contract'
import { expect, it } from 'vitest'
import { expectBody, openWorld } from './api-world.ts'
import { createDice } from './dice.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { doSomething, settleIn } from './walk/walk.ts'
import { peopleOf, startWalk, type Walked } from './walk/walk-state.ts'
import { GENEROUS, spreadNumbers } from './world-scene.ts'

/*
 * What somebody has on screen, with what live tells applied to it, is what a new fetch shows: for everybody, after whatever
 * the world walk does. What others do among each other (their ties, sides, blocks and switches) is told to nobody else, so
 * that nobody learns of it by the moment, and shows at the next fetch.
 *
 * `KITH_WALK_STEPS` asks for more steps, `KITH_WALK_SEED` for another walk.
 */

const STEPS = Number(process.env['KITH_WALK_STEPS'] ?? 0) || 80
const SEED = Number(process.env['KITH_WALK_SEED'] ?? 0) || 7
const LIMIT_MS = 3_600_000
// What people do with each other, and each with himself.
const OF_PEOPLE = new Set(['person', 'tie', 'side', 'block', 'membership', 'circle', 'hidden'])
// Of these lists the feed is made; the others are lists of their own.
const FEED_KINDS = new Set(['post', 'gone', 'feed', 'ties'])

/** One tab of somebody: its websocket, and the first page of the feed that it shows. */
interface Tab {
  readonly listener: Listener
  shown: FeedPage
}

interface LoggedChange {
  readonly kind: string
  readonly a: number
  readonly b: number | null
}

/** Whether somebody must be told of a step, must not be told, or may be: what it did concerned both posts and others' ties. */
type Telling = 'must' | 'must not' | 'may'

it(`what is shown and what live tells make what a new fetch shows, with the seed ${SEED}`, {
  timeout: LIMIT_MS,
}, async () => {
  const world = await openWorld({ rates: GENEROUS, prepare: spreadNumbers })
  const walked = startWalk(world, createDice(SEED))
  await settleIn(walked)
  const host = await listen(world)
  const tabs = new Map<string, Tab>()
  const done = new Map<string, number>()
  const happened: string[] = []
  for (let step = 1; step <= STEPS; step++) {
    const before = await newestChange(walked)
    const route = await doSomething(walked, done)
    done.set(route, (done.get(route) ?? 0) + 1)
    const changes = await changesSince(walked, before)
    const compare = async (viewer: string) => {
      const tab = tabs.get(viewer)
      if (tab === undefined || walked.deaf.delete(viewer)) {
        tab?.listener.close()
        tabs.set(viewer, await openTab(walked, host, viewer))
        return
      }
      const heard = await hearFeed(tab)
      const now = await fetchFeed(walked, viewer)
      const telling = tellingOf(changes, await numberOf(walked, viewer))
      const told = `${viewer} after step ${step}, ${route}, told ${JSON.stringify(heard)}`
      if (telling === 'must') expect(summary(applied(tab.shown, heard, now)), told).toEqual(summary(now))
      if (telling === 'must not') expect(heard, told).toEqual([])
      happened.push(`${telling}, ${heard.length > 0 ? 'told' : 'not told'}`)
      tab.shown = now
    }
    await Promise.all(peopleOf(walked).map(compare))
  }
  for (const { listener } of tabs.values()) listener.close()
  await world.close()
  expect(new Set(happened)).toContain('must, told')
  expect(new Set(happened)).toContain('must not, not told')
})

async function openTab(walked: Walked, host: string, viewer: string): Promise<Tab> {
  const listener = await new Listener(host, walked.cast.client(viewer)).hello()
  await listener.settled()
  return { listener, shown: await fetchFeed(walked, viewer) }
}

async function hearFeed({ listener }: Tab): Promise<LiveChange[]> {
  const changes = changesIn(await listener.settled()).filter((one) => !listener.isMarker(one))
  return changes.map((one) => LiveChange.parse(one)).filter(({ kind }) => FEED_KINDS.has(kind))
}

async function fetchFeed({ cast }: Walked, viewer: string): Promise<FeedPage> {
  return expectBody(
    FeedPage,
    cast.done(await cast.client(viewer).get('/api/feed?order=newest', cast.after())),
  )
}

/** What a tab shows after what it was told, as the web app does it: a post that is gone leaves, anything else is fetched. */
function applied(shown: FeedPage, heard: readonly LiveChange[], now: FeedPage): FeedPage {
  if (heard.some(({ kind }) => kind !== 'gone')) return now
  const gone = new Set(heard.flatMap((change) => (change.kind === 'gone' ? [change.id] : [])))
  const cards = shown.cards.flatMap((card): FeedCard[] => {
    if ('ask' in card) return gone.has(card.ask.post) ? [] : [card]
    const voices = card.voices.filter(({ post }) => !gone.has(post))
    if (voices.length === card.voices.length) return [card]
    // Who moves up into the room that is left is seen at the next fetch.
    if (card.more > 0) return subjectsOn(now).filter(({ subject }) => subject.id === card.subject.id)
    return voices.length === 0 ? [] : [{ ...card, voices }]
  })
  return { ...shown, cards }
}

// By subject: on screen nothing moves, also when the newest voice of a card has left it.
function summary(page: FeedPage) {
  const about = subjectsOn(page).map(({ subject, voices, more }) => ({
    about: String(subject.id),
    posts: voices.map(({ post }) => post).toSorted(),
    more,
  }))
  const asked = asksOn(page).map(({ post }) => ({ about: String(post), posts: [post], more: 0 }))
  return [...about, ...asked].toSorted((one, other) => (one.about < other.about ? -1 : 1))
}

function tellingOf(changes: readonly LoggedChange[], viewer: number): Telling {
  if (changes.some((change) => isNamed(change, viewer))) return 'must'
  const isOfPosts = changes.some(({ kind }) => kind === 'post' || kind === 'addressing')
  const isOfOthers = changes.some(({ kind }) => OF_PEOPLE.has(kind))
  if (isOfPosts) return isOfOthers ? 'may' : 'must'
  return 'must not'
}

// A tie concerns both of its parties, a membership and an answer whose it is, everything else whoever did it.
function isNamed({ kind, a, b }: LoggedChange, viewer: number): boolean {
  if (kind === 'membership' || kind === 'answer') return b === viewer
  return OF_PEOPLE.has(kind) && (a === viewer || (kind === 'tie' && b === viewer))
}

async function newestChange({ world }: Walked): Promise<string> {
  const [row] = await world.database.sql<{ id: string }[]>`
    select coalesce(max(id), 0)::text as id from change_log`
  return row?.id ?? '0'
}

async function changesSince({ world }: Walked, id: string): Promise<readonly LoggedChange[]> {
  return world.database.sql<LoggedChange[]>`select kind, a, b from change_log where id > ${id}`
}

async function numberOf({ world, cast }: Walked, key: string): Promise<number> {
  const { id } = cast.client(key).me
  const [row] = await world.database.sql<{ no: number }[]>`select no from person where id = ${id}`
  return row?.no ?? 0
}

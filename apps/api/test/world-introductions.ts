import {
  AskedIntroduction,
  BrokeredIntroduction,
  Introductions,
  LIMITS,
  type SubjectKind,
  ThreadPage,
} from '@kith/contract'
import { expectBody } from './api-world.ts'
import type { Cast } from './world-cast.ts'
import { type Facts, pairOf } from './world-facts.ts'
import { isApart } from './world-rules.ts'
import { type KnownIntroduction, type KnownIntroductionSide } from './world-together.ts'
import { token } from './world-words.ts'

/** Somebody of the cast asks a tie of his to introduce him. */
export async function askForIntroduction(
  cast: Cast,
  asker: string,
  broker: string,
  kind: SubjectKind = 'craftsman',
): Promise<KnownIntroduction> {
  const words = token()
  const body = { broker: cast.client(broker).me.id, kind, words }
  const answer = cast.done(await cast.client(asker).post('/api/introductions', body))
  const { id } = expectBody(AskedIntroduction, answer)
  return keep(cast, { id, asker, broker, kind, words, sides: [] })
}

/** Somebody would like to bring two of his ties together. */
export async function bringTogether(
  cast: Cast,
  broker: string,
  [one, other]: readonly [string, string],
  kind: SubjectKind = 'business',
): Promise<KnownIntroduction> {
  const sides = [newSide(cast.facts, one, other), newSide(cast.facts, other, one)]
  const body = { kind, sides: sides.map(({ who, line }) => ({ person: cast.client(who).me.id, line })) }
  const answer = cast.done(await cast.client(broker).post('/api/introductions/brought', body))
  const { id } = expectBody(BrokeredIntroduction, answer)
  return keep(cast, { id, asker: null, broker, kind, words: null, sides })
}

export async function offerIntroduction(cast: Cast, made: KnownIntroduction, who: string): Promise<void> {
  const side = newSide(cast.facts, who, made.asker ?? '')
  const body = { person: cast.client(who).me.id, line: side.line }
  cast.done(await cast.client(made.broker).post(`/api/introductions/${made.id}/offer`, body))
  made.sides.push(side)
  made.declined = false
}

export async function answerIntroduction(
  cast: Cast,
  made: KnownIntroduction,
  { who, answer }: { who: string; answer: 'yes' | 'notNow' | 'never' },
): Promise<void> {
  const { facts } = cast
  cast.done(await cast.client(who).send('PUT', `/api/introductions/${made.id}/answer`, { answer }))
  const side = made.sides.find((one) => one.who === who)
  if (side === undefined) throw new Error(`expected an offer to ${who}`)
  side.answer = answer
  if (answer === 'never') facts.nevers.add(`${who} ${made.kind}`)
  if (answer === 'yes' && comesAbout(facts, made)) await noteThread(cast, made)
}

/** Whoever asked withdraws it; the broker declines it, or takes it back. */
export async function removeIntroduction(cast: Cast, made: KnownIntroduction, by: string): Promise<void> {
  cast.done(await cast.client(by).delete(`/api/introductions/${made.id}`))
  if (by === made.broker && made.asker !== null) made.declined = true
  else made.withdrawn = true
}

/** Everybody's introductions, at every stage; some of the people will be no ties of each other, or apart. */
export async function makeIntroductions(cast: Cast): Promise<void> {
  await offerIntroduction(cast, await askForIntroduction(cast, 'ada', 'ben'), 'fay')
  await askForIntroduction(cast, 'eve', 'ada')
  await askForIntroduction(cast, 'gus', 'ada', 'film')
  await removeIntroduction(cast, await askForIntroduction(cast, 'cal', 'ada'), 'ada')
  const brought = await bringTogether(cast, 'ada', ['gus', 'cal'])
  await answerIntroduction(cast, brought, { who: 'gus', answer: 'yes' })
  await bringTogether(cast, 'ada', ['bix', 'cal'])
  const known = await bringTogether(cast, 'ben', ['ada', 'gus'])
  if (!known.sides.every(({ silent }) => silent)) throw new Error('expected two who know each other')
  const made = await askForIntroduction(cast, 'fay', 'ben')
  await offerIntroduction(cast, made, 'kit')
  await answerIntroduction(cast, made, { who: 'kit', answer: 'yes' })
  const refused = await askForIntroduction(cast, 'oda', 'ben', 'film')
  await offerIntroduction(cast, refused, 'gus')
  await answerIntroduction(cast, refused, { who: 'gus', answer: 'never' })
}

/** Whether somebody finds it among his own. */
export function hasIntroduction(facts: Facts, viewer: string, made: KnownIntroduction): boolean {
  return viewer === made.asker
    ? !made.withdrawn
    : isBrokers(facts, viewer, made) || isOfferedTo(facts, viewer, made)
}

/** Whether somebody reads these lines of it. */
export function readsLine(
  facts: Facts,
  viewer: string,
  made: KnownIntroduction,
  side: KnownIntroductionSide,
): boolean {
  if (made.thread !== null) return isParty(viewer, made) || viewer === made.broker
  return isBrokers(facts, viewer, made) || (side.who === viewer && isOfferedTo(facts, viewer, made))
}

/** Whether it names somebody to a viewer: its broker, and to him those whom he offered it to; once all said yes, each to each. */
export function namesParty(facts: Facts, viewer: string, key: string, made: KnownIntroduction): boolean {
  if (!hasIntroduction(facts, viewer, made)) return false
  if (made.thread !== null) return key === made.broker || isParty(key, made)
  return key === made.broker || (viewer === made.broker && isParty(key, made))
}

export function isParty(key: string, { asker, sides }: KnownIntroduction): boolean {
  return key === asker || sides.some(({ who }) => who === key)
}

export function isBrokers(facts: Facts, viewer: string, made: KnownIntroduction): boolean {
  if (viewer !== made.broker || made.withdrawn) return false
  return made.asker === null || made.thread !== null || facts.ties.has(pairOf(viewer, made.asker))
}

/** Whether it reached him and waits for his answer, or he said yes. */
export function isOfferedTo(facts: Facts, viewer: string, made: KnownIntroduction): boolean {
  const side = made.sides.find(({ who }) => who === viewer)
  if (side === undefined || side.silent) return false
  return side.answer === 'yes' || (side.answer === null && mayStillAnswer(facts, viewer, made))
}

function mayStillAnswer(facts: Facts, who: string, made: KnownIntroduction): boolean {
  if (made.withdrawn || made.declined || !made.isOpen()) return false
  return facts.ties.has(pairOf(made.broker, who)) && !facts.nevers.has(`${who} ${made.kind}`)
}

function comesAbout(facts: Facts, made: KnownIntroduction): boolean {
  const { asker, broker, sides } = made
  const [one = '', other = ''] = [...(asker === null ? [] : [asker]), ...sides.map(({ who }) => who)]
  const areTied = [one, other].every((party) => facts.ties.has(pairOf(broker, party)))
  const isOff = made.withdrawn || made.declined || !made.isOpen() || !areTied || isApart(facts, one, other)
  return !isOff && sides.every(({ answer }) => answer === 'yes')
}

async function noteThread(cast: Cast, made: KnownIntroduction): Promise<void> {
  const { asker, broker, sides } = made
  const client = cast.client(broker)
  const list = expectBody(Introductions, await client.get('/api/introductions', cast.after()))
  const thread = list.brokered.find(({ id }) => id === made.id)?.thread
  const page = expectBody(ThreadPage, await client.get(`/api/threads/${thread}`, cast.after()))
  made.thread = page.thread.id
  cast.facts.threads.push({
    id: page.thread.id,
    people: [broker, ...(asker === null ? [] : [asker]), ...sides.map(({ who }) => who)],
    gone: new Set(),
    messages: page.messages.map(({ id, text }) => ({ id, by: broker, word: text ?? '' })),
  })
}

function newSide(facts: Facts, who: string, other: string): KnownIntroductionSide {
  const silent = isApart(facts, who, other) || facts.ties.has(pairOf(who, other))
  return { who, line: token(), silent, answer: null }
}

function keep(
  { facts, clock }: Cast,
  made: Omit<KnownIntroduction, 'isOpen' | 'withdrawn' | 'declined' | 'thread'>,
): KnownIntroduction {
  const ends = clock.at.getTime() + LIMITS.introductionDays * 86_400_000
  const isOpen = () => clock.at.getTime() < ends
  const known = { ...made, isOpen, withdrawn: false, declined: false, thread: null }
  facts.introductions.push(known)
  return known
}

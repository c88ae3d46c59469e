import { Passed } from '@kith/contract'
import { eq } from 'drizzle-orm'
import { createWriter } from '../src/changes/change-writer.ts'
import { post } from '../src/database/tables/post-tables.ts'
import { expectBody, openWorld, type World } from './api-world.ts'
import { blankPicture } from './blank-picture.ts'
import { reportPost } from './report-scene.ts'
import { makeAskables, makeFaces, wantToInvite } from './world-account.ts'
import { answerByLink, linkAsk, revokeAskLink } from './world-ask-links.ts'
import { type Cast, createCast } from './world-cast.ts'
import { makeIntroductions } from './world-introductions.ts'
import { remember, thank } from './world-kept.ts'
import { letDown } from './world-let-downs.ts'
import { addPasskey } from './world-passkeys.ts'
import { makeThreads } from './world-threads.ts'
import { token } from './world-words.ts'
import type { Write } from './world-writes.ts'

export interface Scene {
  readonly world: World
  readonly cast: Cast
}

/** Everybody who could look at what somebody else says, from every distance, and a post of every kind. */
export async function openScene(): Promise<Scene> {
  const world = await openWorld({ rates: GENEROUS, requestsPerMinute: MANY.max, prepare: spreadNumbers })
  const cast = createCast(world)
  await makePeople(cast)
  await makeFaces(cast, await blankPicture())
  await makeTies(cast)
  await makeAskables(cast)
  await makePosts(cast)
  await makeLinks(world, cast)
  await foundClub(cast)
  await makeAsks(world, cast)
  await makeTalk(cast)
  await makeKept(cast)
  await letSomeDown(cast)
  await makePasses(cast)
  await makeThreads(cast)
  await makeIntroductions(cast)
  for (const key of ['ada', 'ben', 'sam']) {
    await addPasskey(cast, key)
    await wantToInvite(cast, key)
  }
  for (const key of ['ben', 'gus']) await reportPost(cast, key, 'goes on')
  await endThings(world, cast)
  // A last write, whose position is past everything before it.
  await cast.change('ada', {})
  await cast.change('sam', { carries: true })
  return { world, cast }
}

const MANY = { max: 1_000_000, seconds: 60 }
/** So many tries as no test makes. */
export const GENEROUS = {
  lookAroundPerAddress: MANY,
  signInPerAddress: MANY,
  signInPerEmail: MANY,
  resetPerAddress: MANY,
  resetPerEmail: MANY,
  linkPerAddress: MANY,
  askLinkPerPerson: MANY,
  guestAnswerPerAddress: MANY,
  guestAnswerPerLink: MANY,
  objectionPerAddress: MANY,
  objectionPerEmail: MANY,
  joinCodePerPerson: MANY,
  tieRequestPerPerson: MANY,
  photoPerPerson: MANY,
  messagePerPerson: MANY,
  linkPreviewPerPerson: MANY,
  passkeyBeginPerAddress: MANY,
  passwordPerPerson: MANY,
}

/** Where the numbers of the tables begin, so that one on the wire can be told from any other number. */
export const FIRST_NUMBER = 31_000

const NUMBERED = [
  'person',
  'subject',
  'post',
  'circle',
  'club',
  'comment',
  'remembered',
  'move',
  'thanks',
  'introduction',
  'thread',
  'message',
  'ask_link',
]

export async function spreadNumbers({ sql }: World['database']): Promise<void> {
  for (const table of NUMBERED) {
    await sql`alter table ${sql(table)} alter column no restart with ${sql.unsafe(String(FIRST_NUMBER))}`
  }
}

async function makePeople(cast: Cast): Promise<void> {
  await cast.person('ada')
  await cast.person('ben', { open: true })
  for (const tie of ['gus', 'cal', 'eve', 'bix', 'kit']) await cast.person(tie)
  await cast.person('oda', { open: true })
  await cast.person('nia', { carries: false })
  for (const further of ['fay', 'rob', 'far', 'nox', 'neo', 'clu', 'sam']) await cast.person(further)
  await cast.person('hid', { findable: false })
}

async function makeTies(cast: Cast): Promise<void> {
  for (const of of ['ben', 'gus', 'cal', 'eve', 'bix', 'kit', 'nia']) await cast.tie('ada', of)
  for (const of of ['eve', 'bix', 'kit', 'fay', 'gus', 'oda']) await cast.tie('ben', of)
  await cast.tie('cal', 'oda')
  await cast.tie('fay', 'rob')
  await cast.tie('rob', 'far')
  await cast.tie('nia', 'nox')
  await cast.circle('inner', 'ada', ['ben'])
  await cast.circle('outer', 'ada', ['cal', 'gus'])
  await cast.circle('foreign', 'ben', ['fay'])
}

async function makePosts(cast: Cast): Promise<void> {
  const all = { all: true }
  await cast.post('stays', 'ada', { ...all, onward: 0 })
  const goesOn = await cast.post('goes on', 'ada', { ...all, onward: 1 })
  await cast.post('goes far', 'ada', { ...all, onward: 2 })
  await cast.post('without gus', 'ada', { ...all, excepted: ['gus', 'nia'], onward: 2 })
  await cast.post('inner circle', 'ada', { circles: ['inner'], onward: 1 })
  await cast.post('outer and ben', 'ada', {
    circles: ['outer'],
    singles: ['ben'],
    excepted: ['gus'],
    onward: 2,
  })
  await cast.post('for cal alone', 'ada', { singles: ['cal'], onward: 0 })
  await cast.post('notebook', 'ada', { notebook: true })
  await cast.post('paid', 'ada', { ...all, interest: 'paid', onward: 2 })
  await cast.post('connected', 'ada', { circles: ['inner'], interest: 'connected', onward: 2 })
  await cast.post('against', 'ada', { ...all, verdict: 'against', onward: 2 })
  await cast.post('deleted', 'ada', { ...all, onward: 2 })
  await cast.post('expired', 'ada', { ...all, onward: 2 })
  await cast.post('enclosed', 'ada', { circles: ['inner'], onward: 0 })
  await cast.post('enclosed and deleted', 'ada', { ...all, onward: 0 })
  await cast.post('open', 'oda', { ...all, onward: 1 })
  await cast.post('open and far', 'oda', { ...all, onward: 2 })
  await cast.post('same subject', 'ben', { singles: ['oda'], about: goesOn, onward: 0 })
  for (const author of ['bix', 'kit', 'eve', 'gus', 'nia', 'hid', 'fay']) {
    await cast.post(`of ${author}`, author, { ...all, onward: 2 })
  }
}

/** Asks for all, for some and for a club, open and over, answered from every distance. */
async function makeAsks(world: World, cast: Cast): Promise<void> {
  const all = { all: true }
  await cast.ask('asked far', 'ada', { ...all, onward: 2 })
  await cast.ask('asked gus not', 'ada', { ...all, excepted: ['gus', 'nia'], onward: 2 })
  await cast.ask('asked inside', 'ada', { circles: ['inner'], onward: 1 })
  await cast.ask('asked the club', 'ada', { club: 'club', onward: 0 })
  await cast.ask('asked and over', 'ada', { ...all, onward: 2 })
  await cast.ask('asked openly', 'oda', { ...all, onward: 2 })
  for (const author of ['bix', 'kit', 'eve', 'hid'])
    await cast.ask(`asked by ${author}`, author, { ...all, onward: 2 })
  for (const by of ['gus', 'fay', 'eve', 'bix', 'kit', 'nia']) await cast.answerAsk('asked far', `of ${by}`)
  for (const key of ['of fay', 'open', 'of bix']) await cast.answerAsk('asked and over', key)
  await cast.answerAsk('asked openly', 'goes on')
  await cast.answerAsk('asked by kit', 'stays')
  await makeAskLinks(world, cast)
  await cast.closeAsk('asked and over', 'of fay')
}

/** Links that lead somewhere, that were revoked, and that will have ended with their ask; most brought answers. */
async function makeAskLinks(world: World, cast: Cast): Promise<void> {
  for (const key of ['asked far', 'asked far', 'asked gus not', 'asked openly', 'asked by kit'])
    await answerByLink(world, cast, await linkAsk(cast, cast.askOfKey(key)))
  await revokeAskLink(cast, await linkAsk(cast, cast.askOfKey('asked inside')))
  await linkAsk(cast, cast.askOfKey('asked and over'))
  const deleted = await cast.ask('asked and deleted', 'ada', { all: true, onward: 2 })
  await answerByLink(world, cast, await linkAsk(cast, deleted))
  cast.done(await cast.client('ada').delete(`/api/asks/${deleted.id}`))
  deleted.gone = true
}

/** Comments from every distance, and photos on posts for all, for some, and for nobody. */
async function makeTalk(cast: Cast): Promise<void> {
  for (const by of ['ada', 'ben', 'gus', 'oda', 'fay', 'bix']) await cast.comment(by, 'goes on')
  for (const by of ['eve', 'kit']) await cast.comment(by, 'stays')
  for (const by of ['clu', 'bix', 'ada']) await cast.comment(by, 'club')
  await cast.comment('rob', 'goes far')
  await cast.comment('oda', 'same subject')
  await cast.comment('neo', 'enclosed')
  await cast.comment('ada', 'notebook')
  await cast.comment('cal', 'deleted')
  const picture = await blankPicture()
  for (const key of ['goes on', 'inner circle', 'notebook', 'paid', 'of gus', 'deleted']) {
    await cast.photo(key, picture)
  }
}

/** What people from every distance want to find again, and thank for; some of them will not be able to. */
async function makeKept(cast: Cast): Promise<void> {
  for (const by of ['ben', 'gus', 'fay', 'oda', 'bix']) await remember(cast, by, 'goes on')
  for (const by of ['eve', 'kit']) await remember(cast, by, 'stays')
  for (const by of ['clu', 'bix']) await remember(cast, by, 'club')
  await remember(cast, 'rob', 'goes far')
  await remember(cast, 'cal', 'deleted')
  await remember(cast, 'ada', 'of gus')
  await thank(cast, 'goes far', ['rob', 'fay', 'ben', 'ada'])
  await thank(cast, 'goes on', ['fay', 'ben', 'ada'])
  await thank(cast, 'goes on', ['gus', 'ada'])
  for (const by of ['eve', 'kit']) await thank(cast, 'stays', [by, 'ada'])
  for (const by of ['clu', 'bix']) await thank(cast, 'club', [by, 'ada'])
  await thank(cast, 'deleted', ['cal', 'ada'])
}

/** A tie, one who will be none, one who will be apart, and two who heard it through others. */
async function letSomeDown(cast: Cast): Promise<void> {
  for (const by of ['gus', 'eve', 'bix']) await letDown(cast, by, 'goes on', 'ada')
  await letDown(cast, 'fay', 'goes on', 'ben')
  await letDown(cast, 'rob', 'goes far', 'fay')
}

/** Passed on to somebody who may see it, who will not any more, and who never could. */
async function makePasses(cast: Cast): Promise<void> {
  for (const [by, key, to] of [
    ['ben', 'goes on', 'fay'],
    ['ben', 'goes on', 'eve'],
    ['ben', 'stays', 'fay'],
    ['gus', 'paid', 'ben'],
    ['cal', 'for cal alone', 'oda'],
  ] as const) {
    const [post, sentence] = [cast.postOf(key), token()]
    const wish = { to: cast.client(to).me.id, sentence }
    const { id } = expectBody(
      Passed,
      cast.done(
        await cast.client(by).send('POST', `/api/recommendations/${post.id}/pass`, wish, cast.after()),
      ),
    )
    cast.facts.passes.push({ id, by, to, post, sentence })
  }
}

async function makeLinks({ database }: World, cast: Cast): Promise<void> {
  const live = await cast.invite('ada', ['enclosed', 'enclosed and deleted'])
  const used = await cast.invite('ada', ['enclosed'])
  const revoked = await cast.invite('ada', ['enclosed'])
  const expired = await cast.invite('ada', ['enclosed'])
  await cast.accept(used, 'neo')
  cast.done(await cast.client('ada').delete(`/api/invitations/${revoked.id}`))
  await database.sql`update invitation set expires_at = made_at where id = ${expired.id}`
  cast.facts.invitations.push(
    live,
    { ...used, acceptedBy: 'neo', state: 'used' },
    { ...revoked, state: 'revoked' },
    { ...expired, state: 'expired' },
  )
}

async function endThings(world: World, cast: Cast): Promise<void> {
  await cast.request('clu', 'ada')
  await cast.endTie('ada', 'eve')
  await cast.block('ada', 'bix')
  await cast.block('kit', 'ada')
  await cast.remove('deleted')
  await cast.remove('enclosed and deleted')
  const expired = cast.postOf('expired')
  await write(world, async (tx, changed) => {
    const [row] = await tx
      .update(post)
      .set({ expiresAt: world.clock.at })
      .where(eq(post.id, expired.id))
      .returning({ no: post.no })
    changed({ kind: 'post', a: row?.no ?? 0 })
  })
  expired.expired = true
}

/** A club of four, of whom one came by its code, with somebody who is invited and a code that is good. */
async function foundClub(cast: Cast): Promise<void> {
  await cast.club('club', 'ada')
  for (const tie of ['bix', 'gus']) await cast.joinClub(await cast.inviteToClub('club', 'ada', tie))
  await cast.makeCode('club')
  await cast.joinByCode('club', 'clu')
  await cast.inviteToClub('club', 'ada', 'cal')
  await cast.post('club', 'ada', { club: 'club', onward: 0 })
}

/** A write past the routes, with its lines in the change log. */
function write({ database }: World, work: Parameters<Write>[0]): Promise<unknown> {
  return createWriter({ db: database.db, announcer: { announce: () => undefined } }).write(work)
}

import { PersonId, SessionId } from '@kith/contract'
import { createWriter } from '../../src/changes/change-writer.ts'
import { newIds } from '../../src/database/new-ids.ts'
import { club } from '../../src/database/tables/club-tables.ts'
import { post, recommendation, subject } from '../../src/database/tables/post-tables.ts'
import { memberOf } from '../world-facts.ts'
import { token } from '../world-words.ts'
import { createWorldWrites, type Somebody, type Write } from '../world-writes.ts'
import type { Act } from './walk-acts.ts'
import { anyOf, livePosts, newKey, peopleOf, type Walked } from './walk-state.ts'

const CLUB = 'club'
const MOST_POSTS = 6

/** Clubs have no routes yet: their rows are written as a room of theirs would, with their lines in the change log. */
function writeOf({ world }: Walked): Write {
  const announcer = { announce: () => undefined }
  const writer = createWriter({ db: world.database.db, announcer })
  return async (work) => (await writer.write(work)).value
}

async function somebodyOf({ world, facts }: Walked, key: string): Promise<Somebody> {
  const { id, name, handle } = memberOf(facts, key).client.me
  const [row] = await world.database.sql<{ no: number }[]>`select no from person where id = ${id}`
  return {
    id: PersonId.parse(id),
    no: row?.no ?? 0,
    name,
    handle,
    session: SessionId.parse(facts.sessions.get(key)),
  }
}

export async function foundClub(walked: Walked): Promise<void> {
  const host = await somebodyOf(walked, peopleOf(walked)[0] ?? '')
  walked.clubNo = await writeOf(walked)(async (tx) => {
    const values = { id: newIds.undated(), name: token(), host: host.no, createdAt: walked.world.clock.at }
    const [row] = await tx.insert(club).values(values).returning({ no: club.no })
    return row?.no ?? 0
  })
  walked.facts.clubs.set(CLUB, new Set())
}

function membersOf({ facts }: Walked): Set<string> {
  return facts.clubs.get(CLUB) ?? new Set()
}

export const joinClub: Act = async (walked) => {
  const { dice, pausedClub, world } = walked
  const key = dice.pick(peopleOf(walked))
  const paused = dice.chance(0.2)
  const writes = createWorldWrites(writeOf(walked), () => world.clock.at)
  await writes.joinClub(walked.clubNo, await somebodyOf(walked, key), paused)
  membersOf(walked).add(key)
  if (paused) pausedClub.add(key)
  else pausedClub.delete(key)
  walked.byRows = true
  return true
}

export const leaveClub: Act = async (walked) => {
  const key = anyOf(walked.dice, [...membersOf(walked)])
  if (key === undefined) return false
  const writes = createWorldWrites(writeOf(walked), () => walked.world.clock.at)
  await writes.leaveClub(walked.clubNo, await somebodyOf(walked, key))
  membersOf(walked).delete(key)
  walked.byRows = true
  return true
}

export const postToClub: Act = async (walked) => {
  const key = anyOf(walked.dice, [...membersOf(walked)])
  if (key === undefined || livePosts(walked).filter(({ form }) => form === 'club').length >= MOST_POSTS)
    return false
  const author = await somebodyOf(walked, key)
  const [id, about, title, why] = [newIds.dated(), newIds.undated(), token(), token()]
  const at = walked.world.clock.at
  await writeOf(walked)(async (tx, changed) => {
    const [made] = await tx
      .insert(post)
      .values({
        id,
        author: author.no,
        form: 'club',
        club: walked.clubNo,
        onward: 0,
        createdAt: at,
        since: at,
      })
      .returning({ no: post.no })
    const [subjectRow] = await tx
      .insert(subject)
      .values({ id: about, kind: 'book' })
      .returning({ no: subject.no })
    const said = { verdict: 'recommend', interest: 'none', title, why, basis: 'own', language: 'en' }
    const of = { post: made?.no ?? 0, author: author.no, subject: subjectRow?.no ?? 0 }
    await tx.insert(recommendation).values({ ...of, ...said })
    changed({ kind: 'post', a: of.post })
  })
  walked.facts.posts.push({
    ...{
      key: newKey(walked, 'clubpost'),
      author: key,
      id,
      subject: about,
      words: [title, why],
      form: 'club',
    },
    ...{ all: false, circles: [], singles: [], excepted: [], onward: 0, stays: false },
    ...{ isJob: false, addressed: [], candidate: null, club: CLUB, gone: false, expired: false },
  })
  walked.byRows = true
  return true
}

import type { ShownPerson, Voice } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'

/**
 * All recommendations of a person that the viewer may see with that person's name on them, newest first, and how the
 * person appears on them: "somebody" when there is none. What reaches the viewer without the name is left out: on a page
 * that carries the name it would be given away. A person is asked for by handle, so strengths have no part in it.
 */
export type SeePerson = (
  viewer: Pick<Viewer, 'no'>,
  person: number,
) => Promise<{ person: ShownPerson; voices: Voice[] }>

export interface PersonVoicesDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
}

export function createSeePerson({ sql, graph, voices, now }: PersonVoicesDeps): SeePerson {
  return async ({ no: viewer }, person) => {
    const posts = await selectPostsOf(sql, person)
    const propose = () => proposeAll(graph, { viewer, person, posts, now: seconds(now()) })
    const found = await voices.search({ propose, heardOnly: false, perCard: 1 })
    const named = found.voices.map(({ voice }) => voice).filter((voice) => isNamed(voice.person))
    return { person: named[0]?.person ?? { shown: 'somebody' }, voices: named }
  }
}

function isNamed({ shown }: ShownPerson): boolean {
  return shown !== 'via' && shown !== 'somebody'
}

async function selectPostsOf(sql: Sql, person: number): Promise<number[]> {
  const rows = await sql<{ no: number }[]>`
    select p.no from post p join recommendation r on r.post = p.no
    where p.author = ${person} and p.deleted_at is null order by p.since desc, p.no desc`
  return rows.map((row) => row.no)
}

function proposeAll(
  { engine }: Graph,
  { viewer, person, posts, now }: { viewer: number; person: number; posts: readonly number[]; now: number },
): Proposal[] {
  if (viewer === person) {
    return posts.map((post, card) => ({ viewer, post, card, witness: { way: 'own' }, from: 'tables' }))
  }
  return posts.flatMap((post, card): Proposal[] => {
    const witness = engine.maySee(viewer, post, now)
    return witness ? [{ viewer, post, card, witness, from: 'engine' }] : []
  })
}

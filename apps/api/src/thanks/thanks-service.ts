import type { ReceivedThanks, ShownChain, ShownPerson, Thank, Thanked, ThanksPage } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import { readSeenPage } from '../graph/seen-pages.ts'
import { gatherSeen, type SeenDeps } from '../graph/seen-posts.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import { seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { presentThanker, presentThanks } from './thanks-presentation.ts'
import { selectThanks, type ThanksRow } from './thanks-rows.ts'
import { deleteThanks, saveThanks } from './thanks-store.ts'

/** Thanks go back the way that a recommendation came, or the ask that it answers, and everybody on it sees his neighbours alone. */
export interface ThanksService {
  /** A page of what came back to the viewer: for what he said, and for what travelled through him. */
  list(viewer: Viewer, cursor: string | undefined): Promise<ThanksPage>
  /** Thanks along the strongest way on which the viewer hears it, else one on which he may see it. Again changes the words. */
  thank(viewer: Viewer, post: string, wish: Thank): Promise<Written<Thanked>>
  /** Takes them back, as if they had never been. */
  takeBack(viewer: Viewer, post: string): Promise<Written<undefined>>
  /** The newest that came back to the viewer, of posts that he may see. */
  cameBack(viewer: number, limit: number): Promise<ReceivedThanks[]>
  /** By number, who of these thanks the viewer; whatever he may not know of is left out. */
  thankers(viewer: number, thanks: readonly number[]): Promise<ReadonlyMap<number, ShownPerson>>
}

export interface ThanksDeps extends SeenDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly seal: Seal
  readonly notify: Notify
  /** How an ask of the viewer's came to whoever answered it with this recommendation; undefined where none did. */
  readonly wayOfAnswer: (viewer: number, post: number) => Promise<AnswerWay | undefined>
}

interface AnswerWay {
  readonly person: ShownPerson
  readonly chain: ShownChain | null
  /** From the viewer on. */
  readonly carriers: readonly number[]
}

export function createThanks(deps: ThanksDeps): ThanksService {
  const { sql, changes, notify, now } = deps
  return {
    list: async (viewer, cursor) => {
      const { entries, ...rest } = await readSeenPage(deps, viewer.no, {
        purpose: 'thanks',
        cursor,
        select: (before, limit) => selectThanks(sql, viewer.no, { before, limit, only: null }),
      })
      return { thanks: entries.map(presentThanks), ...rest }
    },
    thank: async (viewer, id, { words }) => {
      const { proposal, voice } = await findWay(deps, viewer, id)
      const { post, witness } = proposal
      const answered = witness.way === 'addressed' ? await deps.wayOfAnswer(viewer.no, post) : undefined
      const carriers = witness.way === 'chain' ? witness.chain.slice(1, -1) : (answered?.carriers ?? [])
      const at = now()
      return changes.write(async (tx, changed) => {
        const sent = await saveThanks(tx, { post, thanker: viewer.no, carriers, words, at })
        if (sent === null) throw notFound()
        if (sent) {
          const news = { reason: 'thanks', post, actor: viewer.no, thanks: sent.no, at } as const
          await notify(tx, changed, { ...news, to: sent.reached })
        }
        return { through: (voice.chain ?? answered?.chain)?.tie ?? answered?.person ?? voice.person }
      })
    },
    takeBack: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { post, reached } = orNotFound(await deleteThanks(tx, viewer.no, id))
        for (const person of reached) changed({ kind: 'notification', a: post, b: person })
        return undefined
      }),
    cameBack: async (viewer, limit) => {
      const next = (after: ThanksRow | undefined, part: number) =>
        selectThanks(sql, viewer, { before: after?.no ?? null, limit: part, only: null })
      return (await gatherSeen(deps, viewer, { next, wanted: limit })).map(presentThanks)
    },
    thankers: async (viewer, thanks) => {
      const rows = await selectThanks(sql, viewer, { before: null, limit: thanks.length, only: thanks })
      return new Map(rows.map((row) => [row.no, presentThanker(row)]))
    },
  }
}

/** How somebody else's post reached the viewer, as its card tells it. */
async function findWay(
  { graph, voices, now }: ThanksDeps,
  viewer: Viewer,
  id: string,
): Promise<CheckedVoice> {
  const seen = orNotFound(await voices.readOne(viewer.no, id))
  if (seen.voice.way === 'own') throw notFound()
  const { post } = seen.proposal
  const propose = (): Proposal[] =>
    graph.engine
      .hearsAmong(viewer.no, [post], seconds(now()))
      .map(({ witness }) => ({ viewer: viewer.no, post, card: 0, witness, from: 'engine' }))
  const heard = await voices.search({ propose, heardOnly: true, perCard: 1 })
  return heard.voices[0] ?? seen
}

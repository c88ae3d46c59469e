import {
  type Hidden,
  HiddenKey,
  type HiddenVoices,
  type Hide,
  type ShownPerson,
  type TieView,
} from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db } from '../database/client.ts'
import type { CheckedAsk } from '../graph/ask-presentation.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { readSeen, readSeenBy } from '../graph/seen-posts.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import { type AskReader, type PostReader, seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import {
  findAuthor,
  type HiddenThing,
  hide,
  listHiddenPeople,
  listHiddenPosts,
  show,
} from './hidden-store.ts'

const PURPOSE = 'hidden'

const Content = z.object({ what: z.enum(['person', 'post']), no: z.int() })

export interface HiddenDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly asks: AskReader
  readonly seal: Seal
  readonly now: () => Date
  /** The viewer's live tie with a person. */
  findTieWith(db: Db, owner: number, other: number): Promise<TieView | undefined>
  /** How a person appears on what the viewer may see of him. */
  seePerson(viewer: Viewer, person: number): Promise<{ readonly person: ShownPerson }>
}

export interface HiddenService {
  list(viewer: Viewer): Promise<HiddenVoices>
  /**
   * Hides a recommendation that the viewer may see, or everything that its author says. The latter takes his name: hiding an unnamed
   * person would show which cards are his.
   */
  hide(viewer: Viewer, post: string, wish: Hide): Promise<Written<Hidden>>
  /** The same for an ask. */
  hideAsk(viewer: Viewer, post: string, wish: Hide): Promise<Written<Hidden>>
  show(viewer: Viewer, key: string): Promise<Written<undefined>>
}

export function createHidden(deps: HiddenDeps): HiddenService {
  const { db, changes, voices, asks, seal } = deps
  const keyOf = (thing: HiddenThing): HiddenKey => HiddenKey.parse(seal.seal(PURPOSE, JSON.stringify(thing)))
  const hideBy = async <Shown extends CheckedVoice | CheckedAsk>(
    reader: PostReader<Shown>,
    viewer: Viewer,
    postId: string,
    what: Hide['what'],
  ) => {
    const found = orNotFound(await reader.readOne(viewer.no, postId))
    const { post } = found.proposal
    const author = orNotFound(await findAuthor(db, post))
    if (author === viewer.no) throw notFound()
    if (what === 'person' && !(await mayName(deps, reader, viewer, found))) throw notFound()
    const thing: HiddenThing = { what, no: what === 'person' ? author : post }
    return changes.write(async (tx, changed) => {
      await hide(tx, viewer.no, thing)
      changed({ kind: 'hidden', a: viewer.no })
      return { key: keyOf(thing) }
    })
  }
  return {
    list: async (viewer) => {
      const people = await listHiddenPeople(db, viewer.no)
      const posts = await listHiddenPosts(db, viewer.no)
      const keyOfPost = ({ proposal: { post } }: CheckedVoice | CheckedAsk) =>
        keyOf({ what: 'post', no: post })
      return {
        people: await Promise.all(
          people.map(async (no) => ({
            key: keyOf({ what: 'person', no }),
            person: await presentHidden(deps, viewer, no),
          })),
        ),
        posts: (await readSeen(deps, viewer.no, posts)).map((seen) => ({
          key: keyOfPost(seen),
          voice: seen.voice,
        })),
        asks: (await readSeenBy(asks, deps, viewer.no, posts)).map((seen) => ({
          key: keyOfPost(seen),
          ask: seen.ask,
        })),
      }
    },
    hide: (viewer, post, { what }) => hideBy(voices, viewer, post, what),
    hideAsk: (viewer, post, { what }) => hideBy(asks, viewer, post, what),
    show: (viewer, key) =>
      changes.write(async (tx, changed) => {
        const thing = orNotFound(openKey(seal, key))
        if (!(await show(tx, viewer.no, thing))) throw notFound()
        changed({ kind: 'hidden', a: viewer.no })
        return undefined
      }),
  }
}

async function presentHidden(deps: HiddenDeps, viewer: Viewer, person: number): Promise<ShownPerson> {
  const tie = await deps.findTieWith(deps.db, viewer.no, person)
  return tie ? tie.person : (await deps.seePerson(viewer, person)).person
}

function openKey(seal: Seal, key: string): HiddenThing | undefined {
  const plain = seal.open(PURPOSE, key)
  return plain === undefined ? undefined : Content.parse(JSON.parse(plain))
}

/** Whether the post's author is named to the viewer, by the way that the post itself tells or by the one of its card. */
async function mayName<Shown extends CheckedVoice | CheckedAsk>(
  { graph, now }: HiddenDeps,
  reader: PostReader<Shown>,
  viewer: Viewer,
  found: Shown,
): Promise<boolean> {
  if (isNamed(authorOf(found))) return true
  const propose = (): Proposal[] =>
    graph.engine
      .hearsAmong(viewer.no, [found.proposal.post], seconds(now()))
      .map(({ post, witness }) => ({ viewer: viewer.no, post, card: 0, witness, from: 'engine' }))
  const { voices: heard } = await reader.search({ propose, heardOnly: true, perCard: 1 })
  return heard.some((one) => isNamed(authorOf(one)))
}

function authorOf(shown: CheckedVoice | CheckedAsk): ShownPerson {
  return 'ask' in shown ? shown.ask.person : shown.voice.person
}

function isNamed({ shown }: ShownPerson): boolean {
  return shown === 'tie' || shown === 'named'
}

import {
  type BringImport,
  type BroughtImport,
  type ImportedThing,
  type ImportSource,
  type Imports,
  type Language,
  LIMITS,
  type LookAtImport,
  type LookedAtImport,
  MakeRecommendation,
  type PostId,
  type TakenBackImport,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { lockAuthor } from '../posts/post-limits.ts'
import { countNotes, findAlike, findKnown, findUntouched, forgetNotes, insertNotes } from './imports-store.ts'

type Changed = (...changes: Change[]) => void

export interface ImportDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly now: () => Date
  /** Writes a recommendation into its author's notebook, inside a transaction. */
  readonly makeNote: (
    tx: Db,
    changed: Changed,
    made: { viewer: Viewer; wish: MakeRecommendation },
  ) => Promise<PostId>
  /** Removes one of his own for good, inside a transaction. */
  readonly removeNote: (tx: Db, changed: Changed, viewer: Viewer, id: string) => Promise<void>
}

/**
 * What somebody kept elsewhere comes into his notebook. The file is read on his device and sent in parts, each a
 * transaction of well under a second; whatever cut it off, he brings it again, and nothing comes twice.
 */
export interface ImportService {
  list(viewer: Viewer): Promise<Imports>
  look(viewer: Viewer, wish: LookAtImport): Promise<LookedAtImport>
  bring(viewer: Viewer, wish: BringImport): Promise<Written<BroughtImport>>
  /** Removes a part of the notes that stand as they came; what he changed or showed anybody stays. */
  takeBack(viewer: Viewer, source: ImportSource): Promise<Written<TakenBackImport>>
}

export function createImports(deps: ImportDeps): ImportService {
  const { db, changes, rates } = deps
  return {
    list: async ({ no }) => ({ imports: await countNotes(db, no) }),
    look: async (viewer, { source, things }) => {
      await rates.count('importPerPerson', viewer.id)
      const known = await findKnown(
        db,
        { person: viewer.no, source },
        things.map(({ key }) => key),
      )
      const unknown = things.filter(({ key }) => !known.has(key))
      return { known: [...known], alike: await findAlike(db, viewer.no, unknown) }
    },
    bring: async (viewer, wish) => {
      await rates.count('importPerPerson', viewer.id)
      return changes.write((tx, changed) => bring(tx, changed, deps, viewer, wish))
    },
    takeBack: (viewer, source) =>
      changes.write(async (tx, changed) => {
        await lockAuthor(tx, viewer.no)
        const some = await findUntouched(tx, { person: viewer.no, source }, LIMITS.importBatch)
        for (const { id } of some) await deps.removeNote(tx, changed, viewer, id)
        await forgetNotes(
          tx,
          some.map(({ no }) => no),
        )
        return { removed: some.length, left: (some[0]?.n ?? 0) - some.length }
      }),
  }
}

async function bring(
  tx: Db,
  changed: Changed,
  { makeNote, now }: ImportDeps,
  viewer: Viewer,
  { source, language, things }: BringImport,
): Promise<BroughtImport> {
  // Who brings a file twice at once takes turns with himself.
  await lockAuthor(tx, viewer.no)
  const origin = { person: viewer.no, source }
  const once = [...new Map(things.map((thing) => [thing.key, thing])).values()]
  const known = await findKnown(
    tx,
    origin,
    once.map(({ key }) => key),
  )
  const notes: { key: string; id: PostId }[] = []
  for (const thing of once.filter(({ key }) => !known.has(key))) {
    notes.push({
      key: thing.key,
      id: await makeNote(tx, changed, { viewer, wish: noteOf(thing, language) }),
    })
  }
  await insertNotes(tx, origin, notes, now())
  return { made: notes.length, known: things.length - notes.length }
}

const NO_FACTS = { place: null, trade: null, region: null, role: null, field: null }
const NO_WORDS = {
  forWhom: null,
  notForWhom: null,
  price: null,
  link: null,
  contact: null,
  interestWords: null,
  partnersSought: false,
  occasion: null,
  hours: null,
  ends: null,
}

function noteOf({ subject, basis, why, when }: ImportedThing, language: Language): MakeRecommendation {
  return MakeRecommendation.parse({
    about: null,
    subject: { ...subject, ...NO_FACTS },
    verdict: 'recommend',
    interest: null,
    words: { ...NO_WORDS, why, when, basis },
    audience: { form: 'notebook' },
    onward: 1,
    language,
  })
}

import type { Export } from '@kith/contract'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { type ArchiveFile, zipped } from './archive.ts'
import { exportPage } from './export-page.ts'
import { exportSchema } from './export-schema.ts'
import { selectOwnWords } from './own-words-store.ts'

type OneOf<List extends readonly unknown[]> = List[number]
type Cursor = string | undefined

/** A page of a list, and where the next one begins. */
interface Page<Item> {
  readonly items: readonly Item[]
  readonly cursor: string | null
}

/** How the rooms answer somebody about what is his; each as it does when he asks it himself. */
export interface ExportedRooms {
  readonly whole: {
    readonly [Part in WholePart]: (viewer: Viewer) => Promise<Export[Part]>
  }
  readonly paged: {
    readonly [Part in PagedPart]: (viewer: Viewer, cursor: Cursor) => Promise<Page<OneOf<Export[Part]>>>
  }
  /** The photo of one's own recommendation, as others who see it get it. */
  photo(viewer: Viewer, post: string): Promise<Buffer>
  face(viewer: Viewer, me: Export['me']): Promise<Buffer>
}

type PagedPart = 'recommendations' | 'asks' | 'forMe' | 'remembered' | 'thanks' | 'threads'
type WholePart = Exclude<keyof Export, PagedPart | 'format' | 'made' | 'words'>

export interface ExportDeps {
  readonly db: Db
  readonly rates: RateLimits
  readonly now: () => Date
  readonly rooms: ExportedRooms
}

/** Everything of mine, to take along: what the rooms answer me, gathered. */
export interface ExportService {
  read(viewer: Viewer): Promise<Export>
  /** The same as a ZIP: JSON with its schema, a page to read, the photos. Made as it is read, one photo in memory at a time. */
  archive(viewer: Viewer): Promise<AsyncIterable<Uint8Array>>
}

export function createExport(deps: ExportDeps): ExportService {
  const read = async (viewer: Viewer) => {
    await deps.rates.count('exportPerPerson', viewer.id)
    return gather(deps, viewer)
  }
  return {
    read,
    archive: async (viewer) => {
      const all = await read(viewer)
      return zipped(filesOf(deps.rooms, viewer, all), deps.now())
    },
  }
}

async function gather({ db, now, rooms: { whole, paged } }: ExportDeps, viewer: Viewer): Promise<Export> {
  const all = <Part extends PagedPart>(part: Part) => readAll(paged[part], viewer)
  return {
    format: 'kith 1',
    made: now().toISOString(),
    me: await whole.me(viewer),
    sessions: await whole.sessions(viewer),
    passkeys: await whole.passkeys(viewer),
    ties: await whole.ties(viewer),
    circles: await whole.circles(viewer),
    requests: await whole.requests(viewer),
    invitations: await whole.invitations(viewer),
    toInvite: await whole.toInvite(viewer),
    blocks: await whole.blocks(viewer),
    hidden: await whole.hidden(viewer),
    closed: await whole.closed(viewer),
    recommendations: await all('recommendations'),
    asks: await all('asks'),
    askables: await whole.askables(viewer),
    forMe: await all('forMe'),
    remembered: await all('remembered'),
    thanks: await all('thanks'),
    words: await selectOwnWords(db, viewer.no),
    threads: await all('threads'),
    introductions: await whole.introductions(viewer),
    clubs: await whole.clubs(viewer),
    telling: await whole.telling(viewer),
    devices: await whole.devices(viewer),
    imports: await whole.imports(viewer),
  }
}

/** Reads a list page by page to its end. */
export async function readAll<Item>(
  read: (viewer: Viewer, cursor: Cursor) => Promise<Page<Item>>,
  viewer: Viewer,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: Cursor
  do {
    const page = await read(viewer, cursor)
    items.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return items
}

async function* filesOf(rooms: ExportedRooms, viewer: Viewer, all: Export): AsyncIterable<ArchiveFile> {
  yield { name: 'kith.html', text: exportPage(all) }
  yield { name: 'kith.json', text: JSON.stringify(all, null, 2) }
  yield { name: 'kith.schema.json', text: JSON.stringify(exportSchema(), null, 2) }
  if (all.me.photo !== null) yield { name: 'photos/me.webp', bytes: await rooms.face(viewer, all.me) }
  for (const { voice } of all.recommendations) {
    if (voice.photo !== null) {
      yield { name: `photos/${voice.post}.webp`, bytes: await rooms.photo(viewer, voice.post) }
    }
  }
}

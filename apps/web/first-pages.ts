import { join } from 'node:path'
import type { Plugin } from 'vite'
import { readTrusted } from './src/lib/trusted-json.ts'

const ROUTES = join(import.meta.dirname, 'src/app/routes')
const CATALOG = /\/locales\/[a-z]+\.po(?<rest>\?rest\?lingui)?$/
const MESSAGES = /JSON\.parse\((?<json>"(?:[^"\\]|\\.)*")\)/
const TEXT = /(["'`])(?<text>[^"'`\\\n]+)\1/g

/** What a first visit comes to: the start, then the feed for whoever is signed in and the door for whoever is not. */
const START = [join(import.meta.dirname, 'src/main.tsx')]
const FEED = [join(ROUTES, '_app.tsx'), join(ROUTES, '_app/index.tsx')]
const DOOR = [join(ROUTES, 'sign-in.tsx')]

type File = 'framework' | 'kit' | 'feed' | 'door'
type Get = (id: string) => Module | null
interface Module {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
  readonly code: string | null
}

/**
 * Builds a few files for the first pages, with what they need and nothing else, and cuts each catalog in two: their words,
 * and those of all other pages, which `lib/language.ts` asks for when one goes there. Development has all words in both.
 */
export function firstPages(): Plugin & { builds: (file: File) => (id: string) => boolean } {
  let files: ReadonlyMap<string, File> = new Map()
  let texts: ReadonlySet<string> = new Set()
  return {
    name: 'first-pages',
    apply: 'build',
    builds: (file) => (id) => files.get(id) === file,
    buildEnd() {
      const get: Get = (id) => this.getModuleInfo(id)
      files = filesOf(get)
      texts = new Set(
        [...files.keys()].filter((id) => !id.includes('/node_modules/')).flatMap((id) => textsIn(get(id))),
      )
    },
    renderChunk(code, { facadeModuleId }) {
      const catalog = CATALOG.exec(facadeModuleId ?? '')
      if (catalog === null) return null
      const json = MESSAGES.exec(code)?.groups?.['json']
      if (json === undefined) throw new Error(`${facadeModuleId} holds no messages that can be read`)
      const isRest = catalog.groups?.['rest'] !== undefined
      const messages = Object.entries(readTrusted<object>(readTrusted(json)))
      const kept = messages.filter(([id]) => texts.has(id) !== isRest)
      return code.replace(json, () => JSON.stringify(JSON.stringify(Object.fromEntries(kept))))
    },
  }
}

function filesOf(get: Get): Map<string, File> {
  const [start, feed, door] = [modulesOf(START, get), modulesOf(FEED, get), modulesOf(DOOR, get)]
  const files = new Map<string, File>()
  for (const id of feed) files.set(id, door.has(id) ? 'kit' : 'feed')
  for (const id of door) if (!feed.has(id)) files.set(id, 'door')
  for (const id of start) files.set(id, id.includes('/node_modules/') ? 'framework' : 'kit')
  return files
}

/** These modules with everything that they import, and with the parts that the router cuts off them. */
function modulesOf(paths: readonly string[], get: Get): Set<string> {
  const found = new Set<string>()
  const open = paths.flatMap((path) => [
    path,
    ...(get(path)?.dynamicallyImportedIds ?? []).filter((id) => id.startsWith(`${path}?`)),
  ])
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(get(id)?.importedIds ?? []))
  }
  return found
}

/** Every text that stands in the code, the names of messages among them. */
function textsIn(module: Module | null): string[] {
  return [...(module?.code ?? '').matchAll(TEXT)].flatMap(({ groups }) => groups?.['text'] ?? [])
}

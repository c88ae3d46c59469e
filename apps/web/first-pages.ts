import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { readTrusted } from './src/lib/trusted-json.ts'

const ROUTES = join(import.meta.dirname, 'src/app/routes')
const CATALOG = /\/locales\/(?<language>[a-z]+)\.po(?<rest>\?rest\?lingui)?$/
const MESSAGES = /JSON\.parse\((?<json>"(?:[^"\\]|\\.)*")\)/
const FIRST_PAINT = /<script src="\/first-paint.js"/
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
      texts = new Set([...files.keys()].filter(isOurs).flatMap((id) => textsIn(get(id))))
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => html.replace(FIRST_PAINT, `$& ${aheadOf(Object.values(bundle))}`),
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

/** What `first-paint.js` asks for: the words of the language, those of other pages where one of them is opened, the door. */
function aheadOf(files: readonly Rolldown.OutputBundle[string][]): string {
  const attributes = files.flatMap((file) => {
    if (file.type !== 'chunk') return []
    const { language, rest } = CATALOG.exec(file.facadeModuleId ?? '')?.groups ?? {}
    if (language !== undefined)
      return `data-${rest === undefined ? '' : 'other-'}${language}="/${file.fileName}"`
    return file.name === 'door' ? `data-door="/${file.fileName}"` : []
  })
  return attributes.join(' ')
}

function filesOf(get: Get): Map<string, File> {
  const [start, feed, door] = [modulesOf(START, get), modulesOf(FEED, get), modulesOf(DOOR, get)]
  const files = new Map<string, File>()
  for (const id of feed) files.set(id, door.has(id) ? 'kit' : 'feed')
  for (const id of door) if (!feed.has(id)) files.set(id, 'door')
  for (const id of start) files.set(id, isOurs(id) ? 'kit' : 'framework')
  // It waits for pages, which wait for the kit.
  for (const id of START) files.delete(id)
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

function isOurs(id: string): boolean {
  return !id.includes('/node_modules/')
}

/** Every text that stands in the code, the names of messages among them. */
function textsIn(module: Module | null): string[] {
  return [...(module?.code ?? '').matchAll(TEXT)].flatMap(({ groups }) => groups?.['text'] ?? [])
}

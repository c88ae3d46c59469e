import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { minify, type Plugin, type Rolldown, transformWithOxc } from 'vite'
import { readTrusted } from './src/lib/trusted-json.ts'

const SOURCE = join(import.meta.dirname, 'src')
const ROUTES = join(SOURCE, 'app/routes')
const CATALOG = /\/locales\/(?<language>[a-z]+)\.po(?<rest>\?rest\?lingui)?$/
const MESSAGES = /JSON\.parse\((?<json>"(?:[^"\\]|\\.)*")\)/
const FIRST_PAINT = join(SOURCE, 'first-paint.ts')
const FIRST_SCRIPT = '<script src="/src/first-paint.ts"></script>'
const LINKED = /\s*<link rel="(?:stylesheet|modulepreload)" crossorigin href="(?<href>[^"]+)">/g
const TEXT = /(["'`])(?<text>[^"'`\\\n]+)\1/g
const ICON = /\/lucide-react\/.*\/icons\/(?<name>[a-z0-9-]+)\.m?js$/
const ICONS = /import \{(?<names>[^}]+)\} from ["']lucide-react["']/g

const START = [join(SOURCE, 'main.tsx')]
const FRAME = join(ROUTES, '_app.tsx')
/** What a first visit comes to: the feed for whoever is signed in, the door for whoever is not, a subject by a link. */
const PAGES = {
  feed: [FRAME, join(ROUTES, '_app/index.tsx')],
  door: [join(ROUTES, 'sign-in.tsx')],
  subject: [FRAME, join(ROUTES, '_app/subjects.$id.tsx')],
} as const

type File = 'framework' | 'kit' | 'feed' | 'door'
/** What is asked for ahead: its name, and in which files it is. */
type Ahead = readonly [name: string, files: readonly string[]]
type Get = (id: string) => Module | null
interface Module {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
  readonly code: string | null
}

/**
 * Builds a few files for the first pages, with what they need and nothing else, and puts `first-paint.ts` into
 * the page, which asks for them at once. Each catalog is cut in two: the words of those pages, and of all others, which
 * `lib/language.ts` asks for when one goes there. Development has all words in both.
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
      const modules = [...files.keys(), ...modulesOf(PAGES.subject, get)]
      texts = new Set(modules.filter(isOurs).flatMap((id) => textsIn(get(id))))
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle = {}, filename }) => {
        const code = await firstPaint()
        if (!filename.endsWith('index.html')) return html.replace(FIRST_SCRIPT, `<script>${code}</script>`)
        const start = [...html.matchAll(LINKED)].flatMap(({ groups }) => groups?.['href'] ?? [])
        const ahead: Ahead[] = [['start', start], ...wordsAhead(bundle), ...pagesAhead(bundle, start)]
        const data = ahead.map(([name, needed]) => ` data-${name}="${needed.join(' ')}"`).join('')
        return html.replace(LINKED, '').replace(FIRST_SCRIPT, () => `<script${data}>${code}</script>`)
      },
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

async function firstPaint(): Promise<string> {
  const { code } = await transformWithOxc(await readFile(FIRST_PAINT, 'utf8'), FIRST_PAINT)
  return (await minify(FIRST_PAINT, code)).code
}

/** Where the words of each language are: those of the first pages, and all others. */
function wordsAhead(bundle: Rolldown.OutputBundle): Ahead[] {
  return chunksOf(bundle).flatMap(({ facadeModuleId, fileName }): Ahead[] => {
    const { language, rest } = CATALOG.exec(facadeModuleId ?? '')?.groups ?? {}
    if (language === undefined) return []
    return [[rest === undefined ? language : `other-${language}`, [`/${fileName}`]]]
  })
}

/** What each of the first pages needs beyond what every page does. */
function pagesAhead(bundle: Rolldown.OutputBundle, start: readonly string[]): Ahead[] {
  return Object.entries(PAGES).map(([page, routes]) => {
    const parts = chunksOf(bundle).filter(({ facadeModuleId }) =>
      routes.some((route) => facadeModuleId?.split('?', 1)[0] === route),
    )
    return [page, [...withImports(parts, bundle)].filter((file) => !start.includes(file))]
  })
}

/** The files of these, of everything that they import, and the styles of all that. */
function withImports(parts: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>()
  const open = [...parts]
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (found.has(`/${chunk.fileName}`)) continue
    found.add(`/${chunk.fileName}`)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(`/${style}`)
    open.push(...chunksOf(bundle).filter(({ fileName }) => chunk.imports.includes(fileName)))
  }
  return found
}

function chunksOf(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  return Object.values(bundle).filter((file) => file.type === 'chunk')
}

function filesOf(get: Get): Map<string, File> {
  const [start, feed, door] = [modulesOf(START, get), modulesOf(PAGES.feed, get), modulesOf(PAGES.door, get)]
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
  return withoutOtherIcons(found, get)
}

/** Whoever imports one icon imports the list of all; only those that are named come along. */
function withoutOtherIcons(ids: ReadonlySet<string>, get: Get): Set<string> {
  const named = new Set([...ids].filter(isOurs).flatMap((id) => iconsIn(get(id))))
  return new Set(
    [...ids].filter((id) => {
      const name = ICON.exec(id)?.groups?.['name']
      return name === undefined || named.has(name.replaceAll('-', ''))
    }),
  )
}

/** The icons that the code names, as their files are named but for the hyphens. */
function iconsIn(module: Module | null): string[] {
  return [...(module?.code ?? '').matchAll(ICONS)].flatMap(({ groups }) =>
    (groups?.['names'] ?? '').split(',').map((name) => name.trim().toLowerCase()),
  )
}

function isOurs(id: string): boolean {
  return !id.includes('/node_modules/')
}

/** Every text that stands in the code, the names of messages among them. */
function textsIn(module: Module | null): string[] {
  return [...(module?.code ?? '').matchAll(TEXT)].flatMap(({ groups }) => groups?.['text'] ?? [])
}

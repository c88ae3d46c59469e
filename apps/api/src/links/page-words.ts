import { Parser } from 'htmlparser2'

/** What a page says about itself, as it says it. */
export interface PageWords {
  readonly title: string
  /** By lower-case name or property, the first of each. */
  readonly meta: ReadonlyMap<string, string>
  /** Blocks of JSON-LD that are JSON. */
  readonly data: readonly unknown[]
}

const MOST_BLOCKS = 20

/**
 * Reads title, meta elements and JSON-LD of a page, however broken. A tokenizer and no document: nothing of a page is
 * built that nobody looks at.
 */
export function readPageWords(html: string): PageWords {
  const meta = new Map<string, string>()
  const data: unknown[] = []
  let title = ''
  let inside: 'title' | 'data' | undefined
  let text = ''
  const parser = new Parser({
    onopentag: (name, { name: own, property, content, type }) => {
      if (name === 'meta') noteMeta(meta, property ?? own, content)
      if (name === 'title' && title === '') inside = 'title'
      if (name === 'script' && isData(type) && data.length < MOST_BLOCKS) inside = 'data'
      if (inside) text = ''
    },
    ontext: (part) => {
      if (inside) text += part
    },
    onclosetag: (name) => {
      if (name === 'title' && inside === 'title') title = text
      if (name === 'script' && inside === 'data') data.push(...parseJson(text))
      if (name === 'title' || name === 'script') inside = undefined
    },
  })
  parser.write(html)
  parser.end()
  return { title, meta, data }
}

function noteMeta(meta: Map<string, string>, name: string | undefined, content: string | undefined): void {
  const key = name?.trim().toLowerCase()
  if (key !== undefined && content !== undefined && !meta.has(key)) meta.set(key, content)
}

function isData(type: string | undefined): boolean {
  return type?.trim().toLowerCase() === 'application/ld+json'
}

function parseJson(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    // Many a page says it wrongly; then it says nothing.
    return []
  }
}

import { CHAIN_SEARCH } from './chain-search-module.ts'
import type { GrowingWords } from './growing.ts'

/** What the module of the search offers; `assembly/chain-search.ts` is its source and says what each does. */
export type ChainSearchModule = WebAssembly.Exports & {
  place(heads: number, data: number, room: number, labelRoom: number): void
  run(viewer: number, barred: number, longest: number, mostTrusted: number, places: number): number
  rank(): void
  readonly freeFrom: Value
  readonly end: Value
  readonly ties: Value
  readonly bound: Value
  readonly tablePlaces: Value
  readonly used: Value
  readonly count: Value
  readonly lastHash: Value
}

interface Value {
  readonly value: number
}

/**
 * One WebAssembly memory and the search that reads it. Behind the bytes of the module itself lie sections, in the order in
 * which they were asked for; what is to grow without being moved is asked for first.
 *
 *   module │ section │ section │ … │ end
 *
 * At most four gigabytes: the sides of some fourteen million people with 37 ties each.
 */
export class LinearMemory {
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES })
  readonly search: ChainSearchModule
  readonly #sections: Section[] = []
  #end: number

  constructor() {
    this.search = instantiate(this.#memory)
    this.#end = Math.ceil(this.search.freeFrom.value / LINE) * LINE
  }

  /** A new section, of so many words. */
  section(length: number): Section {
    const section = new Section(this, this.#end)
    this.#sections.push(section)
    section.reach(length)
    return section
  }

  /** Gives a section so many words, the new ones 0, and moves those behind it. O(their words); replaces all views. */
  lengthen(section: Section, length: number): void {
    const [from, end] = [section.address + 4 * section.length, this.#end]
    const more = Math.ceil((4 * length) / LINE) * LINE - 4 * section.length
    this.#end += more
    const missing = Math.ceil(this.#end / PAGE) - this.#memory.buffer.byteLength / PAGE
    if (missing > 0) this.#memory.grow(missing)
    const bytes = new Uint8Array(this.#memory.buffer)
    bytes.copyWithin(from + more, from, end)
    // What never belonged to a section is 0.
    bytes.fill(0, from, Math.min(from + more, end))
    section.length += more / 4
    for (const behind of this.#sections.slice(this.#sections.indexOf(section) + 1)) behind.address += more
    for (const each of this.#sections) each.view(this.#memory.buffer)
  }
}

/** Words in a linear memory. `words` is replaced whenever any section of the memory grows. */
export class Section implements GrowingWords {
  readonly #memory: LinearMemory
  /** Where it begins, in bytes. */
  address: number
  length = 0
  words = new Int32Array(0)

  constructor(memory: LinearMemory, address: number) {
    this.#memory = memory
    this.address = address
  }

  reach(length: number): void {
    if (length > this.length) this.#memory.lengthen(this, Math.max(length, Math.ceil(1.25 * this.length)))
  }

  /** Looks at the memory anew. */
  view(buffer: ArrayBuffer): void {
    this.words = new Int32Array(buffer, this.address, this.length)
  }
}

const PAGE = 65_536
const MOST_PAGES = 65_536
/** Bytes of a cache line; every section begins with one. */
const LINE = 64

const compiled = new WebAssembly.Module(Uint8Array.from(atob(CHAIN_SEARCH), (byte) => byte.charCodeAt(0)))

function instantiate(memory: WebAssembly.Memory): ChainSearchModule {
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
  if (!isChainSearch(exports)) throw new Error('The module of the search is another one.')
  return exports
}

function isChainSearch(exports: WebAssembly.Exports): exports is ChainSearchModule {
  return ['place', 'run', 'rank'].every((name) => typeof exports[name] === 'function')
}

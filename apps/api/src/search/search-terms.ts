/** What somebody searches for, as the database reads it. */
export interface SearchTerms {
  /** Words, phrases in quotes, and what is unwanted behind a hyphen. */
  readonly words: string
  /** All but the last word. */
  readonly finished: string
  /** The last word, which may go on; empty where it is short, or where a phrase or something unwanted stands last. */
  readonly unfinished: string
  /** The words that are long enough to be misspelt; none where a phrase or something unwanted is asked for. */
  readonly similar: readonly string[]
}

const QUOTES = /[„“”«»]/gu
const PUNCTUATION = /[^\p{L}\p{M}\p{N}"\s-]/gu
const HYPHEN_WITHIN = /(?<=[^\s"])-|-(?=[\s-]|$)/gu
const LAST_WORD = /(?<=^|\s)[\p{L}\p{M}\p{Nd}]+$/u
// Fewer letters begin half of all words.
const SHORTEST_BEGUN = 3
const SHORTEST_MISSPELT = 4
const MOST_MISSPELT = 6

/** Reads what was typed. Nothing of it can be wrong: what has no meaning is as good as not typed. */
export function readTerms(typed: string): SearchTerms {
  const words = typed.replace(QUOTES, '"').replace(PUNCTUATION, ' ').replace(HYPHEN_WITHIN, ' ').trim()
  const isOpen = words.split('"').length % 2 === 0
  const last = isOpen ? '' : (LAST_WORD.exec(words)?.[0] ?? '')
  const unfinished = last.length < SHORTEST_BEGUN ? '' : last
  // Who says so exactly what he wants is taken at his word.
  const similar = /["-]/.test(words)
    ? []
    : words.split(/\s+/).filter((word) => word.length >= SHORTEST_MISSPELT)
  return {
    words,
    finished: words.slice(0, words.length - unfinished.length).trim(),
    unfinished,
    similar: similar.slice(0, MOST_MISSPELT),
  }
}

import { createContext, type ReactNode, useContext } from 'react'
import { folded } from './name-search.ts'

const MarkedWords = createContext<readonly string[]>([])

/** Below it, texts mark these words. */
export function MarkWords({ words, children }: { words: readonly string[]; children: ReactNode }) {
  return <MarkedWords value={words}>{children}</MarkedWords>
}

/** A text in which the words that were searched for are marked, whatever their case, accents and endings. */
export function Marked({ children }: { children: string }) {
  const wanted = useContext(MarkedWords)
  if (wanted.length === 0) return children
  return children
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .map((part, index) =>
      index % 2 === 1 && wanted.some((word) => isSameWord(part, word)) ? (
        <mark key={`${index} ${part}`}>{part}</mark>
      ) : (
        part
      ),
    )
}

// Endings differ by language; what begins alike for all but the last three letters is taken for the same word.
const ENDING = 3
const SHORTEST_STEM = 4

/** Whether somebody who searched for `wanted` would say that this word is it. */
export function isSameWord(word: string, wanted: string): boolean {
  const [one, other] = [folded(word), folded(wanted)]
  if (one.startsWith(other)) return true
  const stem = other.slice(0, Math.max(SHORTEST_STEM, other.length - ENDING))
  return stem.length < other.length && one.startsWith(stem) && one.length <= other.length + ENDING
}

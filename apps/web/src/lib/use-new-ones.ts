import { useEffect, useState } from 'react'

/**
 * What was new when it came on this page, by key: it stays marked as long as one is here, although from now on it counts
 * as seen, on every device. `asOf` says when the list was read.
 */
export function useNewOnes({ fresh, asOf, onSeen }: NewOnes): ReadonlySet<string> {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const news = fresh.join(' ')
  useEffect(() => {
    if (news === '') return
    setMarked((before) => new Set([...before, ...news.split(' ')]))
    if (asOf !== undefined) onSeen(asOf)
  }, [news, asOf, onSeen])
  return marked
}

interface NewOnes {
  /** Keys without blanks. */
  fresh: readonly string[]
  asOf: string | undefined
  onSeen: (asOf: string) => void
}

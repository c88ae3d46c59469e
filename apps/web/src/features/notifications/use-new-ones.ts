import type { Notifications } from '@kith/contract'
import { useEffect, useState } from 'react'
import { keyOf } from './notification-list.tsx'
import { useSee } from './notification-queries.ts'

/**
 * What was new when it came on this page: it stays marked as long as one is here, although from now on it counts as seen,
 * on every device.
 */
export function useNewOnes(pages: readonly Notifications[]): ReadonlySet<string> {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const { mutate: see } = useSee()
  const fresh = pages.flatMap((page) => page.notifications.filter(({ unseen }) => unseen).map(keyOf))
  const news = fresh.join(' ')
  const [first] = pages
  const asOf = first !== undefined && first.unseen > 0 ? first.asOf : undefined
  useEffect(() => {
    if (news !== '') setMarked((before) => new Set([...before, ...news.split(' ')]))
  }, [news])
  useEffect(() => {
    if (asOf !== undefined) see(asOf)
  }, [asOf, see])
  return marked
}

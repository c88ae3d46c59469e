import type { PreviewSorting, SortingPreview } from '@kith/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** What of mine a sorting would open and close; nothing is done. */
export function sortingPreviewQuery(sorting: PreviewSorting) {
  const changes = sorting.of === 'newcomer' || sorting.add.length > 0 || sorting.remove.length > 0
  return queryOptions({
    queryKey: ['circles', 'preview', sorting],
    queryFn: () => api.post<SortingPreview>('/circles/preview', sorting),
    enabled: changes,
    placeholderData: keepPreviousData,
  })
}

/** Ids that come and ids that go between two choices. */
export function difference<Id extends string>(before: readonly Id[], after: readonly Id[]) {
  return {
    add: after.filter((id) => !before.includes(id)),
    remove: before.filter((id) => !after.includes(id)),
  }
}

import type { Place, Places } from '@kith/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** Places whose names begin with what is being typed. */
export function placesQuery(typed: string) {
  const q = typed.trim()
  return queryOptions({
    queryKey: ['places', q],
    queryFn: ({ signal }) => api.get<Places>('/places', { signal, query: { q } }),
    enabled: q.length > 1,
    staleTime: 600_000,
    placeholderData: keepPreviousData,
    select: ({ places }) => places,
  })
}

/** One place by its number. */
export function placeQuery(id: number | null) {
  return queryOptions({
    queryKey: ['place', id],
    queryFn: ({ signal }) => api.get<Place>(`/places/${String(id)}`, { signal }),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

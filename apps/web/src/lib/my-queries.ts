import type { Circles, Clubs, Me, Ties } from '@kith/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** Who I am; null when signed out. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me | null>('/me', { signal }),
})

/** My ties, in the order of the API. */
export const tiesQuery = queryOptions({
  queryKey: ['ties'],
  queryFn: ({ signal }) => api.get<Ties>('/ties', { signal }),
  select: ({ ties }) => ties,
})

/** My circles, by position. */
export const circlesQuery = queryOptions({
  queryKey: ['circles'],
  queryFn: ({ signal }) => api.get<Circles>('/circles', { signal }),
  select: ({ circles }) => circles.toSorted((a, b) => a.position - b.position),
})

/** The clubs that I am in, and those that I am invited to. */
export const clubsQuery = queryOptions({
  queryKey: ['clubs'],
  queryFn: ({ signal }) => api.get<Clubs>('/clubs', { signal }),
})

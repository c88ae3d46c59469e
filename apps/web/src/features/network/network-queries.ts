import type { NetworkPicture } from '@kith/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** Who of mine is drawn, and whom I may name behind them. */
export const networkQuery = queryOptions({
  queryKey: ['network'],
  queryFn: ({ signal }) => api.get<NetworkPicture>('/network', { signal }),
  select: ({ drawn }) => drawn,
})

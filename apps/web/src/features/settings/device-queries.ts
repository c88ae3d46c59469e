import type { DeviceTelling } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { closePush, openPush } from '../../lib/push.ts'

/** Whether this device is told of what is new. */
export const deviceQuery = queryOptions({
  queryKey: ['telling', 'device'],
  queryFn: ({ signal }) => api.get<DeviceTelling>('/telling/device', { signal }),
})

/** Has this device told of what is new, or no more. */
export function useTellDevice() {
  const queryClient = useQueryClient()
  const { queryKey } = deviceQuery
  return useMutation({
    mutationFn: async ({ on, key }: DeviceTelling): Promise<DeviceTelling> => {
      if (on) return api.put<DeviceTelling>('/telling/device', { endpoint: await openPush(key) })
      await api.delete('/telling/device')
      // Nobody calls there any more, whether the browser gives it back or not.
      await closePush().catch(() => undefined)
      return { on, key }
    },
    onSuccess: (device) => {
      void queryClient.cancelQueries({ queryKey }, { revert: false })
      queryClient.setQueryData(queryKey, device)
    },
  })
}

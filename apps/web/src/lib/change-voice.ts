import type { Ask, Voice } from '@kith/contract'
import type { QueryClient } from '@tanstack/react-query'

/** Changes a voice wherever it is shown, and fetches nothing again: nothing moves under the reader's eyes. */
export function changeVoice(queryClient: QueryClient, post: string, change: Partial<Voice>): void {
  changeTold(queryClient, post, change)
}

/** The same for an ask. */
export function changeAsk(queryClient: QueryClient, post: string, change: Partial<Ask>): void {
  changeTold(queryClient, post, change)
}

type Told = Voice | Ask

function changeTold(queryClient: QueryClient, post: string, change: Partial<Told>): void {
  for (const { queryKey, state } of queryClient.getQueryCache().findAll()) {
    const changed = withTold(state.data, post, change)
    if (changed !== state.data) {
      queryClient.setQueryData(queryKey, changed, { updatedAt: state.dataUpdatedAt })
    }
  }
}

/** The same value with that voice or ask changed, however deep it lies; the very same one where it is not in there. */
export function withTold(value: unknown, post: string, change: Partial<Told>): unknown {
  if (Array.isArray(value)) {
    const parts: unknown[] = value.map((part: unknown) => withTold(part, post, change))
    return parts.every((part, at) => part === value[at]) ? value : parts
  }
  if (typeof value !== 'object' || value === null) return value
  if (isTold(value) && value.post === post) return { ...value, ...change }
  const entries = Object.entries(value).map(([key, part]) => [key, withTold(part, post, change)] as const)
  return entries.every(([key, part]) => part === Reflect.get(value, key))
    ? value
    : Object.fromEntries(entries)
}

function isTold(value: object): value is Pick<Told, 'post'> {
  return 'post' in value && 'way' in value && ('words' in value || 'wish' in value)
}

import type { Voice } from '@kith/contract'
import type { QueryClient } from '@tanstack/react-query'

/** Changes a voice wherever it is shown, and fetches nothing again: nothing moves under the reader's eyes. */
export function changeVoice(queryClient: QueryClient, post: string, change: Partial<Voice>): void {
  for (const { queryKey, state } of queryClient.getQueryCache().findAll()) {
    const changed = withVoice(state.data, post, change)
    if (changed !== state.data) {
      queryClient.setQueryData(queryKey, changed, { updatedAt: state.dataUpdatedAt })
    }
  }
}

/** The same value with that voice changed, however deep it lies; the very same one where it is not in there. */
export function withVoice(value: unknown, post: string, change: Partial<Voice>): unknown {
  if (Array.isArray(value)) {
    const parts: unknown[] = value.map((part: unknown) => withVoice(part, post, change))
    return parts.every((part, at) => part === value[at]) ? value : parts
  }
  if (typeof value !== 'object' || value === null) return value
  if (isVoice(value) && value.post === post) return { ...value, ...change }
  const entries = Object.entries(value).map(([key, part]) => [key, withVoice(part, post, change)] as const)
  return entries.every(([key, part]) => part === Reflect.get(value, key))
    ? value
    : Object.fromEntries(entries)
}

function isVoice(value: object): value is Pick<Voice, 'post' | 'words'> {
  return 'post' in value && 'words' in value && 'way' in value
}

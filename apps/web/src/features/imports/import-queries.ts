import {
  type BroughtImport,
  type ImportedThing,
  type ImportSource,
  type Imports,
  LIMITS,
  type LookedAtImport,
  type TakenBackImport,
} from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { spokenLanguage } from '../../lib/language.ts'

/** What I have brought so far. */
export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => api.get<Imports>('/imports', { signal }),
  select: ({ imports }) => imports,
})

/** What of a file is there already. */
export async function lookAt(
  source: ImportSource,
  things: readonly ImportedThing[],
): Promise<LookedAtImport> {
  const known: string[] = []
  const alike: LookedAtImport['alike'] = []
  for (const part of partsOf(things, LIMITS.importLook)) {
    const named = part.map(({ key, subject }) => ({ key, subject }))
    const found = await api.post<LookedAtImport>('/imports/look', { source, things: named })
    known.push(...found.known)
    alike.push(...found.alike)
  }
  return { known, alike }
}

/** Brings things part by part, and says how many are through. What was cut off is simply brought again. */
export function useBring(source: ImportSource) {
  const queryClient = useQueryClient()
  const [done, setDone] = useState(0)
  const bringing = useMutation({
    mutationFn: async (things: readonly ImportedThing[]) => {
      let made = 0
      setDone(0)
      for (const part of partsOf(things, LIMITS.importBatch)) {
        const body = { source, language: spokenLanguage(), things: part }
        made += (await api.post<BroughtImport>('/imports', body)).made
        setDone((before) => before + part.length)
      }
      return made
    },
    onSettled: () => refresh(queryClient),
  })
  return { bringing, done }
}

/** Takes back what stands as it came, part by part. */
export function useTakeBack() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (source: ImportSource) => {
      let left = 1
      let removed = 0
      while (left > 0) {
        const part = await api.delete<TakenBackImport>(`/imports/${source}`)
        left = part.left
        removed += part.removed
      }
      return removed
    },
    onSettled: () => refresh(queryClient),
  })
}

async function refresh(queryClient: ReturnType<typeof useQueryClient>): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['imports'] })
  await queryClient.invalidateQueries({ queryKey: ['own'] })
}

// A request that is to arrive also when its page is closed may hold 64 kB.
const MOST_LETTERS = 30_000

/** So many at a time, and not more than one request may hold. */
function partsOf<Part>(things: readonly Part[], most: number): Part[][] {
  const parts: Part[][] = []
  let letters = 0
  for (const thing of things) {
    const part = parts.at(-1)
    const { length } = JSON.stringify(thing)
    if (part === undefined || part.length === most || letters + length > MOST_LETTERS) {
      parts.push([thing])
      letters = length
    } else {
      part.push(thing)
      letters += length
    }
  }
  return parts
}

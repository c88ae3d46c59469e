import type { Message, OpenedThread, ThreadId, ThreadPage, Threads, TieId } from '@kith/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** The threads in which I have something to read, unread first. */
export const threadsQuery = infiniteQueryOptions({
  queryKey: ['threads'],
  queryFn: ({ pageParam, signal }) => api.get<Threads>('/threads', { signal, query: { cursor: pageParam } }),
  initialPageParam: firstCursor(),
  getNextPageParam: ({ cursor }) => cursor ?? undefined,
})

/** One thread: its newest messages, earlier ones page by page. */
export function threadQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['thread', id],
    queryFn: ({ pageParam, signal }) =>
      api.get<ThreadPage>(`/threads/${encodeURIComponent(id)}`, { signal, query: { cursor: pageParam } }),
    initialPageParam: firstCursor(),
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  })
}

/** Opens the one thread of a tie's two; answers where it is. */
export function useOpenThread() {
  return useMutation({ mutationFn: (tie: TieId) => api.post<OpenedThread>(`/ties/${tie}/thread`) })
}

/** Something that is sent, and sent once however often it is tried. */
export interface Letter {
  key: string
  text: string
  photo: File | null
}

/** Sends words, or a photo with the words below it. */
export function sendLetter(thread: ThreadId, { key, text, photo }: Letter): Promise<Message> {
  if (photo === null) return api.create<Message>(`/threads/${thread}/messages`, { text }, key)
  const form = new FormData()
  form.set('words', text)
  form.set('photo', photo)
  return api.createWith<Message>(`/threads/${thread}/photos`, form, key)
}

/** Fetches again whatever shows a thread. */
export function useThreadsChanged(): () => Promise<unknown> {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      ['thread', 'threads', 'notifications'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
    )
}

function firstCursor(): string | undefined {
  return undefined
}

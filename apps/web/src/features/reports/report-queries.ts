import type { CasesOfMine, Hidden, OwnReport, OwnReports, ReportedKind, ReportReason } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

/** What I reported, the newest first. */
export const reportsQuery = queryOptions({
  queryKey: ['reports', 'mine'],
  queryFn: ({ signal }) => api.get<OwnReports>('/reports', { signal }),
  select: ({ reports }) => reports,
})

/** What the operator opened or decided about of mine, the newest first. */
export const aboutMeQuery = queryOptions({
  queryKey: ['reports', 'about-me'],
  queryFn: ({ signal }) => api.get<CasesOfMine>('/reports/about-me', { signal }),
  select: ({ cases }) => cases,
})

/** Something that is reported: a person and a face by handle, all else by id. */
export interface Reported {
  readonly what: ReportedKind
  readonly id: string
}

interface NewReport {
  readonly reported: Reported
  readonly reason: ReportReason
  readonly words: string | null
}

export function useMakeReport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ reported: { what, id }, ...said }: NewReport) => {
      const about = what === 'person' || what === 'face' ? { what, handle: id } : { what, id }
      return api.create<OwnReport>('/reports', { about, ...said }, newKey())
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['reports'] }),
  })
}

export function useAppeal(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (words: string) => api.post(`/reports/${id}/appeal`, { words }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['reports'] }),
  })
}

/** Takes a post that was reported off my own pages at once. */
export function useHideReported() {
  const queryClient = useQueryClient()
  return async (room: 'recommendations' | 'asks', post: string) => {
    await api.post<Hidden>(`/${room}/${post}/hide`, { what: 'post' })
    refetchEverything(queryClient)
    await queryClient.invalidateQueries({ queryKey: ['feed'] })
  }
}

import type {
  Invitation,
  InvitationPage,
  Invitations,
  MakeInvitation,
  OwnRecommendations,
  SortTie,
  TieView,
} from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

/** My invitations, open and past. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => api.get<Invitations>('/invitations', { signal }),
  select: ({ invitations }) => invitations,
})

/** What the bearer of a link sees. Looking consumes nothing. */
export function linkQuery(secret: string) {
  return queryOptions({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) =>
      api.get<InvitationPage>(`/invitations/by-link/${encodeURIComponent(secret)}`, { signal }),
  })
}

/** The newest recommendations of mine, to enclose from. */
export const enclosableQuery = queryOptions({
  queryKey: ['own', 'enclosable'],
  queryFn: ({ signal }) => api.get<OwnRecommendations>('/recommendations', { signal }),
  select: ({ recommendations }) => recommendations.filter(({ audience }) => audience.form !== 'notebook'),
})

/** Makes a personal link; its secret is answered this once. */
export function useInvite() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: MakeInvitation; key: string }) =>
      api.create<Invitation>('/invitations', body, key),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  })
}

/** A key for the invitation about to be made. */
export const newInvitationKey = newKey

/** Takes an invitation back: its link opens nothing any more. */
export function useRevoke() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete(`/invitations/${id}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  })
}

/** Accepts an invitation as somebody who has an account. */
export function useAcceptInvitation(secret: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (sorting: SortTie) =>
      api.create<TieView>(`/invitations/by-link/${encodeURIComponent(secret)}/accept`, sorting, newKey()),
    onSuccess: () => refetchEverything(queryClient),
  })
}

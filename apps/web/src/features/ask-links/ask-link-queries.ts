import type {
  AskByLink,
  AskLink,
  ClaimedAnswer,
  GiveGuestAnswer,
  GuestAnswers,
  GuestClaim,
  OwnAskLink,
} from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

const ROOM = 'ask-links'

/** The link of an ask of mine, as long as it leads there. */
export function ownLinkQuery(ask: string) {
  return queryOptions({
    queryKey: [ROOM, ask, 'link'],
    queryFn: ({ signal }) => api.get<OwnAskLink>(`/asks/${ask}/link`, { signal }),
    select: ({ link }) => link,
  })
}

/** What came by the links of an ask of mine. */
export function guestAnswersQuery(ask: string) {
  return queryOptions({
    queryKey: [ROOM, ask, 'answers'],
    queryFn: ({ signal }) => api.get<GuestAnswers>(`/asks/${ask}/guest-answers`, { signal }),
    select: ({ answers }) => answers,
  })
}

function useLinkDeed<Wish, Answer>(deed: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: () =>
      Promise.all([ROOM, 'asks'].map((room) => queryClient.invalidateQueries({ queryKey: [room] }))),
  })
}

/** Makes a link; its secret is answered this once, and one that there was leads nowhere any more. */
export function useMakeLink(ask: string) {
  return useLinkDeed(() => api.create<AskLink>(`/asks/${ask}/link`, undefined, newKey()))
}

export function useRevokeLink(ask: string) {
  return useLinkDeed(() => api.delete(`/asks/${ask}/link`))
}

export function useRemoveGuestAnswer(ask: string) {
  return useLinkDeed((id: string) => api.delete(`/asks/${ask}/guest-answers/${id}`))
}

/** What the bearer of a link sees. Looking consumes nothing. */
export function askByLinkQuery(secret: string) {
  return queryOptions({
    queryKey: ['ask-by-link', secret],
    queryFn: ({ signal }) => api.get<AskByLink>(`/ask-links/${encodeURIComponent(secret)}`, { signal }),
  })
}

/** Answers as a guest. */
export function useGiveGuestAnswer(secret: string) {
  return useMutation({
    mutationFn: (said: GiveGuestAnswer) =>
      api.post<GuestClaim>(`/ask-links/${encodeURIComponent(secret)}/answers`, said),
  })
}

/** Takes along what I answered as a guest. */
export function useClaim() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (claim: string) => api.create<ClaimedAnswer>('/guest-answers/claims', { claim }, newKey()),
    onSuccess: () => refetchEverything(queryClient),
  })
}

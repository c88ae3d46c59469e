import type {
  ChangeClub,
  Club,
  ClubMembers,
  JoinCode,
  JoinCodeNow,
  JoinPage,
  MakeClub,
  MakeJoinCode,
  PersonId,
  SentClubInvitation,
  SentClubInvitations,
  TieRequest,
} from '@kith/contract'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, newKey } from '../../lib/api.ts'
import { refetchEverything } from '../../lib/live/apply-live.ts'

/** One of my clubs. */
export function clubQuery(id: string) {
  return queryOptions({
    queryKey: ['clubs', id],
    queryFn: ({ signal }) => api.get<Club>(`/clubs/${id}`, { signal }),
  })
}

/** Who is in it, as far as I see them: all, or those whose name or handle has these letters. */
export function membersQuery(id: string, typed: string) {
  const q = typed.trim()
  return infiniteQueryOptions({
    queryKey: ['clubs', id, 'members', q],
    queryFn: ({ pageParam, signal }) =>
      api.get<ClubMembers>(`/clubs/${id}/members`, {
        signal,
        query: { q: q === '' ? undefined : q, cursor: pageParam },
      }),
    initialPageParam: firstCursor(),
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

function firstCursor(): string | undefined {
  return undefined
}

/** Whom I invited to a club. */
export function sentQuery(id: string) {
  return queryOptions({
    queryKey: ['clubs', id, 'invitations'],
    queryFn: ({ signal }) => api.get<SentClubInvitations>(`/clubs/${id}/invitations`, { signal }),
    select: ({ invitations }) => invitations,
  })
}

/** The join code that is good now; its letters are known only where it was made. */
export function codeQuery(id: string) {
  return queryOptions({
    queryKey: ['clubs', id, 'code'],
    queryFn: ({ signal }) => api.get<JoinCodeNow>(`/clubs/${id}/code`, { signal }),
    select: ({ code }) => code,
  })
}

/** What a join code leads to. Looking consumes nothing. */
export function joinQuery(code: string) {
  return queryOptions({
    queryKey: ['join', code],
    queryFn: ({ signal }) => api.get<JoinPage>(`/clubs/by-code/${encodeURIComponent(code)}`, { signal }),
  })
}

/** Something done about clubs that changes what they are and who hears what. */
function useClubDeed<Wish, Answer>(deed: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: deed, onSuccess: () => refetchEverything(queryClient) })
}

export function useFoundClub() {
  return useClubDeed((wish: MakeClub) => api.create<Club>('/clubs', wish, newKey()))
}

export function useChangeClub(id: string) {
  return useClubDeed((change: ChangeClub) => api.patch<Club>(`/clubs/${id}`, change))
}

export function usePauseClub(id: string) {
  return useClubDeed((paused: boolean) => api.patch<Club>(`/clubs/${id}/membership`, { paused }))
}

export function useLeaveClub(onGone: () => Promise<void>) {
  return useGoingDeed((id) => api.delete(`/clubs/${id}/membership`), onGone)
}

/** For everybody, and for good. */
export function useCloseClub(onGone: () => Promise<void>) {
  return useGoingDeed((id) => api.delete(`/clubs/${id}`), onGone)
}

/** After it the club is not there for me: its page is left first, or it would ask for what is gone. */
function useGoingDeed(deed: (id: string) => Promise<void>, onGone: () => Promise<void>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: async (_answer, id) => {
      await onGone()
      queryClient.removeQueries({ queryKey: clubQuery(id).queryKey })
      refetchEverything(queryClient)
    },
  })
}

export function useRemoveMember(id: string) {
  return useClubDeed((person: PersonId) => api.delete(`/clubs/${id}/members/${person}`))
}

/** From then on that member is the host. */
export function useHandOver(id: string) {
  return useClubDeed((person: PersonId) => api.put<void>(`/clubs/${id}/host`, { person }))
}

/** Asks a member for a tie. */
export function useOfferTie(id: string) {
  return useClubDeed((person: PersonId) =>
    api.create<TieRequest>(`/clubs/${id}/members/${person}/request`, {}, newKey()),
  )
}

export function useInviteToClub(id: string) {
  return useClubDeed((person: PersonId) =>
    api.create<SentClubInvitation>(`/clubs/${id}/invitations`, { person }, newKey()),
  )
}

export function useWithdrawInvitation() {
  return useClubDeed((invitation: string) => api.delete(`/clubs/invitations/${invitation}`))
}

export function useAcceptClub() {
  return useClubDeed((invitation: string) => api.post<Club>(`/clubs/invitations/${invitation}/accept`))
}

export function useDeclineClub() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (invitation: string) => api.post(`/clubs/invitations/${invitation}/decline`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['clubs'] }),
  })
}

/** A new code; the one before ends. */
export function useMakeCode(id: string) {
  return useClubDeed((wish: MakeJoinCode) => api.create<JoinCode>(`/clubs/${id}/code`, wish, newKey()))
}

export function useEndCode(id: string) {
  return useClubDeed(() => api.delete(`/clubs/${id}/code`))
}

export function useJoin(code: string) {
  return useClubDeed(() => api.create<Club>(`/clubs/by-code/${encodeURIComponent(code)}/join`, {}, newKey()))
}

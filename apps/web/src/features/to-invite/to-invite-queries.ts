import type { ToInvite, ToInviteList } from '@kith/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { showToast } from '../../ui/toast.tsx'

// Below the invitations, so that whatever says that they changed says it of this list as well.
const LIST_KEY = ['invitations', 'to-invite']
const PATH = '/me/to-invite'

/** Whom I want to invite, by name. */
export const toInviteQuery = queryOptions({
  queryKey: LIST_KEY,
  queryFn: ({ signal }) => api.get<ToInviteList>(PATH, { signal }),
  select: ({ toInvite }) =>
    toInvite.toSorted((one, other) => one.name.localeCompare(other.name, spokenLanguage())),
})

/** Puts names on the list; those that are there stay there once. */
export function useAddNames() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (names: readonly string[]) => api.post<ToInviteList>(PATH, { names }),
    onSuccess: (list) => queryClient.setQueryData<ToInviteList>(LIST_KEY, list),
  })
}

/** Takes somebody off the list; answers whether that was done, and tells why where it was not. */
export function useTakeOff() {
  const queryClient = useQueryClient()
  const words = useErrorWords()
  return async ({ id }: ToInvite): Promise<boolean> => {
    try {
      await api.delete(`${PATH}/${id}`)
      return true
    } catch (error) {
      showToast({ text: words(error) })
      return false
    } finally {
      await queryClient.invalidateQueries({ queryKey: LIST_KEY })
    }
  }
}

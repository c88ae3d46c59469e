import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { createQueryClient, fetchedSoon } from '../lib/query-client.ts'
import { ToastHost } from '../ui/toast.tsx'
import { createAppRouter } from './router.ts'

/**
 * The whole app: words, data, routes, toasts. It comes once the page of the address is found, and what that asked for is
 * there, as long as nobody minds to wait: then the page comes whole, and not first a sketch of it.
 */
export async function openApp(): Promise<ReactElement> {
  const queryClient = createQueryClient()
  const router = createAppRouter(queryClient)
  await router.load()
  await fetchedSoon(queryClient)
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToastHost />
      </QueryClientProvider>
    </I18nProvider>
  )
}

import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient, fetchedSoon } from '../lib/query-client.ts'
import { ToastHost } from '../ui/toast.tsx'
import { createAppRouter } from './router.ts'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)

/**
 * Finds the page of the address and what it needs, before anything is rendered. What it asked for is waited for as long as
 * nobody minds: then the page comes whole, and not first a sketch of it.
 */
export async function openPage(): Promise<void> {
  await router.load()
  await fetchedSoon(queryClient)
}

/** The whole app: words, data, routes, toasts. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToastHost />
      </QueryClientProvider>
    </I18nProvider>
  )
}

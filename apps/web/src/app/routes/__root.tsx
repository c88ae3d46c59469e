import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { speakOn } from '../../lib/language.ts'
import { BrokenPage, MissingPage } from '../broken-pages.tsx'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: ({ location }) => speakOn(location.pathname),
  component: Outlet,
  notFoundComponent: MissingPage,
  errorComponent: ({ error, reset }) => <BrokenPage error={error} onAgain={reset} />,
})

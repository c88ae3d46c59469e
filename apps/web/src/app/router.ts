import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from './address-search.ts'
import { routeTree } from './route-tree.gen.ts'

/** The router, with the data that every route may load from. */
export function createAppRouter(queryClient: QueryClient) {
  let isRendered = false
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    // A page that was just come to stands at its top: to scroll there would have all of it laid out before its time.
    scrollRestoration: ({ location }) => {
      const isAtTop = !isRendered && location.hash === '' && isCameTo()
      isRendered = true
      return !isAtTop
    },
  })
}

/** Whether the document was come to by an address or a link, and not loaded anew or gone back to. */
function isCameTo(): boolean {
  const [coming] = performance.getEntriesByType('navigation')
  return coming instanceof PerformanceNavigationTiming && coming.type === 'navigate'
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

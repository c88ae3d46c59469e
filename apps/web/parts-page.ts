import type { Plugin } from 'vite'

/** At `/ui` the development server shows every part of `ui`; the built app has no such page. */
export function partsPage(): Plugin {
  return {
    name: 'parts-page',
    apply: 'serve',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (request.url === '/ui') request.url = '/ui.html'
        next()
      })
    },
  }
}

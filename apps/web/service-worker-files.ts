import type { Plugin } from 'vite'

const WORKER = 'service-worker.js'
const PAGE = 'index.html'

/**
 * Tells the built service worker which files the app needs to open: what its page names, and the words of each
 * language. Development, and a build without the worker, are left alone.
 */
export function serviceWorkerFiles(): Plugin {
  return {
    name: 'service-worker-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: (_options, bundle) => {
      const worker = bundle[WORKER]
      const page = bundle[PAGE]
      if (worker?.type !== 'chunk') return
      if (page?.type !== 'asset') throw new Error('the service worker is built without its page')
      const words = Object.values(bundle)
        .filter((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('.po'))
        .map(({ fileName }) => `/${fileName}`)
      const files = ['/', ...namedIn(String(page.source)), ...words]
      worker.code = `const SHELL_FILES=${JSON.stringify(files)};${worker.code}`
    },
  }
}

function namedIn(page: string): string[] {
  return [...page.matchAll(/(?:src|href)="(?<path>\/[^"]+)"/g)].flatMap(
    ({ groups }) => groups?.['path'] ?? [],
  )
}

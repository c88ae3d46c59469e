import type { Plugin } from 'vite'

const WORKER = 'service-worker.js'
const PAGE = 'index.html'

/**
 * Tells the built service worker which files the app needs to open: what its page names. Development, and a build
 * without the worker, are left alone.
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
      const files = ['/', ...new Set(namedIn(String(page.source)))]
      worker.code = `const SHELL_FILES=${JSON.stringify(files)};${worker.code}`
    },
  }
}

function namedIn(page: string): string[] {
  return [...page.matchAll(/(?:src|href|data-[a-z-]+)="(?<files>\/[^"]+)"/g)].flatMap(
    ({ groups }) => groups?.['files']?.split(' ') ?? [],
  )
}

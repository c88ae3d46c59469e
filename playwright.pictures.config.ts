// The parts and the main screens beside the pictures that are kept of them. `pnpm pictures` takes them anew.
import { join } from 'node:path'
import { freePort } from '@kith/testkit/free-port'
import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

process.env['KITH_PARTS_PORT'] ??= String(await freePort())
const partsPort = process.env['KITH_PARTS_PORT']

export default defineConfig({
  ...tests,
  // In the order of their names: the main screens, one after the other, take as long as all parts.
  testMatch: '**/*.pictures.ts',
  testIgnore: [],
  projects: [{ name: 'pictures' }],
  outputDir: join(import.meta.dirname, '.cache/pictures'),
  snapshotPathTemplate: 'apps/web/e2e/pictures/{arg}{ext}',
  expect: {
    timeout: 10_000,
    // A letter that lies a fraction of a pixel elsewhere is no change; a line that is gone is.
    toHaveScreenshot: { maxDiffPixelRatio: 0.001, threshold: 0.2, animations: 'disabled', scale: 'css' },
  },
  webServer: [
    ...[tests.webServer ?? []].flat().map((server) => ({
      ...server,
      command: 'node apps/web/e2e/serve.ts --import ./apps/web/e2e/picture-clock.ts',
    })),
    {
      command: 'node apps/web/e2e/serve-parts.ts',
      url: `http://127.0.0.1:${partsPort}/ui.html`,
      env: { PORT: partsPort },
      stdout: 'ignore',
      timeout: 60_000,
    },
  ],
})

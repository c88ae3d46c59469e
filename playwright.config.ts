import { join } from 'node:path'
import { findBrowser } from '@kith/testkit/browser'
import { chromium, defineConfig } from '@playwright/test'

const cache = join(import.meta.dirname, '.cache')
const launchOptions = await findBrowser(cache, chromium.executablePath())

export default defineConfig({
  testDir: 'apps/web/e2e',
  testMatch: '**/*.test.ts',
  outputDir: join(cache, 'e2e'),
  forbidOnly: true,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { ...(launchOptions && { launchOptions }), trace: 'retain-on-failure' },
})

import { join } from 'node:path'
import { findBrowser } from '@kith/testkit/browser'
import { freePort } from '@kith/testkit/free-port'
import { chromium, defineConfig } from '@playwright/test'

const cache = join(import.meta.dirname, '.cache')
const launchOptions = await findBrowser(cache, chromium.executablePath())
// Every worker reads this file again, and inherits what the first reader chose.
process.env['KITH_E2E_PORT'] ??= String(await freePort())
const port = process.env['KITH_E2E_PORT']
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'apps/web/e2e',
  testMatch: '**/*.test.ts',
  outputDir: join(cache, 'e2e'),
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...(launchOptions && { launchOptions }),
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    // What one test's browser would keep is of no use to it; the tests of the service worker allow theirs.
    serviceWorkers: 'block',
  },
  // The journeys are gone by finger as well.
  projects: [
    { name: 'desk' },
    {
      name: 'phone',
      testMatch: 'journeys/**/*.test.ts',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: 'node apps/web/e2e/serve.ts',
    url: `${baseURL}/health/ready`,
    env: { PORT: port, LOG_LEVEL: 'error' },
    stdout: 'ignore',
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})

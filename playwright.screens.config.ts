// `pnpm screens`: pictures of every place, to be looked at. They prove nothing and are no part of the tests.
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

export default defineConfig(tests, {
  testMatch: 'screens.ts',
  outputDir: join(import.meta.dirname, '.cache/screens-run'),
  timeout: 3_600_000,
})

import { defineConfig } from 'vitest/config'
import { SlowFirst } from './infra/local/slow-first.ts'

const nested = ['**/node_modules/**', '**/dist/**', '.cache/**']
// They start a whole Kith with its own embedded PostgreSQL.
const ownServers = ['apps/api/test/{kill-nine,start}.test.ts']
// They need the programs of an installed PostgreSQL.
const installedAlone = ['apps/api/test/restore.test.ts']
// What they try is the same on every PostgreSQL: how the API answers, how it fetches pages, what live tells, what a killed
// process leaves, and that the world walk finds what it is to find. Each statement that they lead to is run by others there:
// the world walk asks every route.
const alikeEverywhere = [
  'apps/api/test/{links,live-equals-fetch,planted-leaks,telling-killed,web-app}.test.ts',
  'apps/api/test/world-{hostile,quiet,secrecy}.test.ts',
]

// A hook makes a whole world, by some hundred requests one after the other.
const WORLD_MS = 120_000

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    slowTestThreshold: 10_000,
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            'packages/*/{src,test}/**/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            'infra/**/*.test.ts',
          ],
          exclude: [...nested, 'packages/{testkit,embedded-postgres}/test/**'],
        },
      },
      {
        test: {
          name: 'app',
          include: ['apps/api/test/**/*.test.ts', 'packages/testkit/test/**/*.test.ts'],
          exclude: [...nested, ...installedAlone],
          globalSetup: '@kith/testkit/postgres-setup',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: WORLD_MS,
        },
      },
      {
        // The same on the oldest PostgreSQL that Kith runs on, where the system has it.
        test: {
          name: 'app-15',
          include: ['apps/api/test/**/*.test.ts'],
          exclude: [...nested, ...ownServers, ...alikeEverywhere],
          env: { KITH_WALK_STEPS: process.env['KITH_WALK_STEPS'] ?? '500' },
          globalSetup: '@kith/testkit/installed-postgres-setup',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: WORLD_MS,
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['packages/embedded-postgres/test/**/*.test.ts'],
          exclude: nested,
          testTimeout: 60_000,
        },
      },
    ],
  },
})

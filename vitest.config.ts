import { defineConfig } from 'vitest/config'
import { SlowFirst } from './infra/local/slow-first.ts'

const nested = ['**/node_modules/**', '**/dist/**', '.cache/**']
// They start a whole Kith with its own embedded PostgreSQL.
const ownServers = ['apps/api/test/{kill-nine,start}.test.ts']
// They need the programs of an installed PostgreSQL.
const installedAlone = ['apps/api/test/restore.test.ts']
// What they try is the same on every PostgreSQL: rules, how the API answers, what live tells, what a killed process leaves.
// Left over for the oldest one are the tests that together run each statement, migration and job there: the world walk asks
// every route, the others run what it does not come upon. Compared by pg_stat_statements, these here alone would run no more
// than the update of a rhythm, of whether one cares, and of a device that can be told no longer, each of one table.
const alikeEverywhere = [
  'apps/api/test/{access,addressing,askable,audience-history,candidacies,candidacy-ends,care,care-asking}.test.ts',
  'apps/api/test/{asks,asks-directly,club-apart,club-posts,feed,frozen-asks,frozen-engine,frozen-live}.test.ts',
  'apps/api/test/{graph-upkeep,http,introduction-silence,introduction-traces,likeness,likeness-facts,links}.test.ts',
  'apps/api/test/{live-equals-fetch,loaded-followed,mails,network,notifications,passkey-attestation}.test.ts',
  'apps/api/test/{planted-leaks,report-appeals,telling-devices,telling-killed,to-invite,two-processes}.test.ts',
  'apps/api/test/{web-app,witness-check,world-hostile,world-numbers,world-quiet,world-secrecy,world-sockets}.test.ts',
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
        // Every statement on the oldest PostgreSQL that Kith runs on, where the system has it.
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

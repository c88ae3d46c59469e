import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Tries the engine's properties on many more random worlds than a test run does: `--runs N` (100,000 unless said
 * otherwise) for each property, `--seed N` for the worlds of an earlier run. Says the seed before anything else.
 */

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31 - 1)) },
  },
})
const [runs, seed] = [Number(flags.runs), Number(flags.seed)]
if (![runs, seed].every((number) => Number.isInteger(number) && number > 0)) {
  console.error('Runs and seed are whole numbers above 0.')
  process.exit(2)
}

console.log(`${runs} worlds a property, seed ${seed}`)
const root = join(import.meta.dirname, '../../..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const tests = spawn(process.execPath, [vitest, 'run', '--project', 'unit', 'packages/trust-graph'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, KITH_PROPERTY_RUNS: String(runs), KITH_PROPERTY_SEED: String(seed) },
})
await once(tests, 'exit')
process.exitCode = tests.exitCode ?? 1

// What `npm start`, `npm test` and `npm run setup` run first. It brings everything that a bare machine lacks and then
// hands over. Plain JavaScript that Node 18 understands, for it runs on whatever Node there is.
import { installFor, linkNode } from './installing.mjs'
import { whilePreparing } from './preparing.mjs'
import { handOver } from './running.mjs'
import { bringRuntime } from './runtime.mjs'
import { buildWeb } from './web-build.mjs'

const TASKS = {
  start: { install: 'running', web: true, program: ['apps/api/src/main.ts'] },
  test: { install: 'everything', web: false, program: ['infra/local/test.ts'] },
  build: { install: 'everything', web: true, farewell: 'The web app is built.' },
  setup: {
    install: 'everything',
    web: false,
    farewell: '“npm start” starts Kith, “npm test” tries it, every “pnpm” script runs on Node 24.',
  },
}

async function run(name) {
  const task = TASKS[name]
  if (!task) throw new Error(`There is no task “${name}”: say start, test, build or setup.`)
  const node = await whilePreparing(async () => {
    // At the same time: pnpm is no Node program, and both wait for the network most of the time.
    const [runtime] = await Promise.all([bringRuntime(), installFor(task.install)])
    linkNode(runtime)
    if (task.web) await buildWeb(runtime)
    return runtime
  })
  if (task.program) return handOver(node, [...task.program, ...process.argv.slice(3)])
  console.log(
    'Everything is installed. “npm start” starts Kith, “npm test” tries it, every “pnpm” script runs on Node 24.',
  )
  return 0
}

try {
  process.exitCode = await run(process.argv[2])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

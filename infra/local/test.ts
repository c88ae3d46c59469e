// Runs every gate and kind of test, names what failed and ends with one line that counts them all.
// Gates and the build count as one test each. Words on the command line choose parts by name: format, unit, browser …
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findBrowser } from '@kith/testkit/browser'
import { INSTALLED_POSTGRES } from '@kith/testkit/installed-postgres-setup'
import { chromium } from '@playwright/test'
import manifest from '../../package.json' with { type: 'json' }
import {
  type Failure,
  failedCommand,
  failedInPlaywright,
  failedInVitest,
  failureLine,
  nameFailures,
} from './failed-tests.ts'
import { GATES, ROOT, runCommand, toolPath } from './gates.ts'
import { addCounts, type Counts, countPlaywright, countsLine, countVitest, judgePart } from './test-counts.ts'

type Result = { counts: Counts; failures: readonly Failure[] }
type Part = { name: string; run(): Promise<Result> }
type Ended = Result & { name: string }

const CACHE = join(ROOT, '.cache')
const PLAYWRIGHT = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')

// Each keeps one core busy, and says what it has to say at its end.
const commands: Part[] = [
  ...GATES.map((gate) => ({
    name: gate.replace('check:', ''),
    run: () => countCommand(manifest.scripts[gate]),
  })),
  { name: 'build', run: () => countCommand('node infra/local/bootstrap.mjs build') },
]
// Each has a worker for either of two cores.
const suites: Part[] = [
  // Starting and killing servers is mostly waiting, which the others do not have to.
  { name: 'unit', run: () => runVitest('unit', ['unit', 'postgres']) },
  { name: 'app', run: () => runVitest('app') },
  { name: 'app-15', run: runOnInstalledPostgres },
  { name: 'browser', run: () => runPlaywright('browser') },
  { name: 'pictures', run: comparePictures },
]
const CORES = 2

let running: ChildProcess | undefined
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

await mkdir(CACHE, { recursive: true })
const wanted = process.argv.slice(2)
const isWanted = ({ name }: Part) => wanted.length === 0 || wanted.includes(name)
const results = await runBeside(commands.filter(isWanted))
for (const part of suites.filter(isWanted)) {
  console.log(`\n── ${part.name}`)
  results.push(await runPart(part))
}

const total = addCounts(results.map(({ counts }) => counts))
console.log('')
for (const { name, counts } of results) console.log(`${name.padEnd(10)}${countsLine(counts)}`)
const failures = results.flatMap(({ name, failures: some }) => some.map((one) => failureLine(name, one)))
if (failures.length > 0) console.log(['', 'Failed:', ...failures].join('\n'))
console.log('')
console.log(countsLine(total))
if (total.failed > 0 || total.passed === 0) process.exitCode = 1

/** Runs as many at a time as there are cores; answers them in their order. */
async function runBeside(parts: readonly Part[]): Promise<Ended[]> {
  const ended = new Map<Part, Ended>()
  const left = parts.values()
  const runNext = async () => {
    for (const part of left) ended.set(part, await runPart(part))
  }
  await Promise.all(Array.from({ length: CORES }, runNext))
  return parts.flatMap((part) => ended.get(part) ?? [])
}

function stop(): void {
  if (running === undefined) process.exit(1)
  isStopping = true
  // Only when it is interrupted does each tool end the servers that its tests need.
  running.kill('SIGINT')
}

async function runPart(part: Part): Promise<Ended> {
  const result = await part.run()
  console.log(`${part.name}: ${countsLine(result.counts)}`)
  return { name: part.name, ...result }
}

async function countCommand(command: string): Promise<Result> {
  const { passed, output } = await runCommand(command)
  if (passed) return { counts: { passed: 1, failed: 0, skipped: 0 }, failures: [] }
  console.log(output.trim())
  return { counts: { passed: 0, failed: 1, skipped: 0 }, failures: [failedCommand(output)] }
}

async function runVitest(name: string, projects = [name]): Promise<Result> {
  const report = join(CACHE, `tests-${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const chosen = projects.flatMap((project) => ['--project', project])
  const endedWell = await runTool(report, [VITEST, 'run', ...chosen, ...reporters], {})
  const said = await readReport(report)
  const counts = judgePart(countVitest(said), endedWell)
  return { counts, failures: nameFailures(failedInVitest(said, ROOT), counts.failed) }
}

async function runOnInstalledPostgres(): Promise<Result> {
  if (existsSync(join(INSTALLED_POSTGRES, 'postgres'))) return runVitest('app-15')
  console.log('PostgreSQL 15 is not installed here, so nothing was tried on it.')
  return { counts: { passed: 0, failed: 0, skipped: 1 }, failures: [] }
}

// Letters are drawn a little differently by every system and browser.
async function comparePictures(): Promise<Result> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return runPlaywright('pictures', ['--config', 'playwright.pictures.config.ts'])
  }
  console.log('Pictures are compared with the browser from npm alone, which is there for Linux on x64.')
  return { counts: { passed: 0, failed: 0, skipped: 1 }, failures: [] }
}

async function runPlaywright(name: string, config: string[] = []): Promise<Result> {
  const browser = await findBrowser(CACHE, chromium.executablePath())
  const report = join(CACHE, `tests-${name}.json`)
  const environment = { PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const reporter = `--reporter=${browser ? 'list,' : ''}json`
  const words = [PLAYWRIGHT, 'test', ...config, reporter, ...(browser ? [] : ['--list'])]
  const endedWell = await runTool(report, words, environment)
  const said = await readReport(report)
  const counts = judgePart(countPlaywright(said), endedWell)
  if (browser) return { counts, failures: nameFailures(failedInPlaywright(said, ROOT), counts.failed) }
  console.log('NO BROWSER WAS FOUND: install Chrome or Chromium, or run “npx playwright install chromium”.')
  return { counts: { passed: 0, failed: 0, skipped: counts.passed }, failures: [] }
}

async function runTool(
  report: string,
  words: string[],
  environment: Record<string, string>,
): Promise<boolean> {
  await rm(report, { force: true })
  // The servers that tests start, and the workers themselves, read the same sources again and again.
  const NODE_COMPILE_CACHE = join(CACHE, 'compiled')
  const env = { ...process.env, ...environment, NODE_COMPILE_CACHE, PATH: toolPath() }
  running = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
  await once(running, 'exit')
  if (isStopping) process.exit(1)
  const { exitCode } = running
  running = undefined
  return exitCode === 0
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    // No report is a failure of its own, which the counts will say.
    return undefined
  }
}

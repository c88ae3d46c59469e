import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { DECAY_COST, FLOOR_COST, LONGEST_CHAIN, MOST_TRUSTED } from '../src/model-constants.ts'
import type { GraphRecipe } from './graph-generator.ts'

/** What one run of the C program says: milliseconds a viewer, and the sum of the costs of all whom it found. */
export interface YardstickRun {
  readonly medianMs: number
  readonly p99Ms: number
  readonly costSum: number
}

/** The C program for files of certain levels. */
export interface Yardstick {
  /** Searches every viewer once to warm up and once by the clock. */
  search(graphFile: string, viewers: readonly number[]): Promise<YardstickRun>
}

const run = promisify(execFile)
const CACHE = new URL('../../../.cache/reach-bench/', import.meta.url).pathname

/** The path of a file of that name, in a folder that may be lost at any time. */
export async function cached(name: string): Promise<string> {
  await mkdir(CACHE, { recursive: true })
  return CACHE + name
}

/** The C program for what the levels cost, without decay; undefined if there is no C compiler. */
export async function makeYardstick(levels: readonly number[]): Promise<Yardstick | undefined> {
  const program = await compiled('reach', `-DLEVELS=${levels.map((cost) => cost + DECAY_COST).join(',')}`)
  if (program === undefined) return undefined
  return {
    async search(graphFile, viewers) {
      const viewersFile = await cached(`viewers-${process.pid}.txt`)
      await writeFile(viewersFile, viewers.map((viewer) => `${viewer}\n`).join(''))
      try {
        const limits = [MOST_TRUSTED, FLOOR_COST, LONGEST_CHAIN].map(String)
        return parseRun((await run(program, [graphFile, viewersFile, ...limits])).stdout)
      } finally {
        await rm(viewersFile)
      }
    },
  }
}

/** Reads what the C program prints. Throws if it is something else. */
export function parseRun(line: string): YardstickRun {
  const [, medianMs, p99Ms, costSum] = line.match(/ median ([\d.]+) p99 ([\d.]+) .* costsum (\d+)$/m) ?? []
  if (costSum === undefined) throw new Error(`The C program was expected to print figures: ${line}`)
  return { medianMs: Number(medianMs), p99Ms: Number(p99Ms), costSum: Number(costSum) }
}

/** Draws a graph with the C program into a file; false if there is no C compiler. */
export async function drawGraphByC(path: string, { people, degree, seed }: GraphRecipe): Promise<boolean> {
  const program = await compiled('gen')
  if (program === undefined) return false
  await run(program, [`${people}`, `${degree}`, `${seed}`, path, '1'])
  return true
}

/** The path of a program, compiled once for every state of its source. */
async function compiled(name: 'gen' | 'reach', ...options: string[]): Promise<string | undefined> {
  const source = new URL(`yardstick/${name}.c`, import.meta.url).pathname
  const hash = createHash('sha256')
    .update(options.join(' '))
    .update(await readFile(source))
  const program = await cached(`${name}-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(program)) return program
  try {
    await run('cc', ['-O3', '-march=native', ...options, '-o', `${program}.part`, source, '-lm'])
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  await rename(`${program}.part`, program)
  return program
}

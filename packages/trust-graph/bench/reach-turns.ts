import type { LoadedReach } from './engine-reach.ts'
import { median, quantile, sumOf } from './figures.ts'
import type { Yardstick } from './yardstick.ts'

/** How many viewers the engine and the C program search before the other has its turn. */
const TURN = 200

export interface ReachFigures {
  readonly medianMs: number
  readonly p99Ms: number
  /** Of the C program, and how much longer the engine takes; undefined where there is none. */
  readonly c: { readonly medianMs: number; readonly p99Ms: number; readonly ratio: number } | undefined
  /** Whether both found the same costs in every turn; undefined where there is no C program. */
  readonly equal: boolean | undefined
}

/** What the C program searches, and by what. */
export interface Rival {
  readonly yardstick: Yardstick
  readonly graphFile: string
}

/**
 * Lets engine and C program search the same viewers in turn, both every viewer of a turn first without the clock and then
 * by it. Median and p99 are over all viewers for the engine and over the turns' for the C program, the ratio is the median
 * of the turns' ratios.
 */
export async function measureReach(
  engine: LoadedReach,
  rival: Rival | undefined,
  viewers: readonly number[],
): Promise<ReachFigures> {
  const times: number[] = []
  const turns: { medianMs: number; p99Ms: number; ratio: number; equal: boolean }[] = []
  for (let start = 0; start < viewers.length; start += TURN) {
    const some = viewers.slice(start, start + TURN)
    const run = await rival?.yardstick.search(rival.graphFile, some)
    const costSum = sumOf(some.map((viewer) => engine.search(viewer)))
    const own = some.map((viewer) => timeOf(() => engine.search(viewer)))
    times.push(...own)
    if (run) turns.push({ ...run, ratio: median(own) / run.medianMs, equal: costSum === run.costSum })
  }
  const ofTurns = (key: 'medianMs' | 'p99Ms' | 'ratio') => median(turns.map((turn) => turn[key]))
  return {
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    c: rival && { medianMs: ofTurns('medianMs'), p99Ms: ofTurns('p99Ms'), ratio: ofTurns('ratio') },
    equal: rival && turns.every(({ equal }) => equal),
  }
}

/** Milliseconds. */
export function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { costOf } from '../src/index.ts'
import type { SideGraph } from './graph-file.ts'

/** More than any cost. */
export const COSTS = 4096

/**
 * Reads sides, `from to strength` a line, into a graph; the names may be any words, and of two lines about one side the
 * stronger counts. What else a line may be is told to `refuse` and left out, but for empty ones and comments (#).
 * O(lines · log), 30 bytes a line beside the names.
 */
export async function readEdgeList(path: string, refuse: (line: number) => void): Promise<SideGraph> {
  const numbers = new Map<string, number>()
  const numberOf = (name: string) => {
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  }
  const sources: number[] = []
  const keys: number[] = []
  let at = 0
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    at++
    if (/^\s*(#|$)/.test(line)) continue
    const [from, to, weight, ...rest] = line.trim().split(/[\s,]+/)
    const strength = Number(weight)
    const isSide = from !== to && strength > 0 && strength <= 1 && rest.length === 0
    if (from === undefined || to === undefined || !isSide) refuse(at)
    else {
      sources.push(numberOf(from))
      keys.push(numberOf(to) * COSTS + costOf(strength))
    }
  }
  return packed(numbers.size, sources, keys)
}

/** The graph of sides in any order; a key is target · COSTS + cost. */
export function packed(people: number, sources: ArrayLike<number>, keys: ArrayLike<number>): SideGraph {
  const starts = new Int32Array(people + 1)
  for (let side = 0; side < sources.length; side++) starts[sources[side]! + 1]!++
  for (let person = 0; person < people; person++) starts[person + 1]! += starts[person]!
  const bySource = new Float64Array(keys.length)
  const next = starts.slice()
  for (let side = 0; side < sources.length; side++) bySource[next[sources[side]!]!++] = keys[side]!

  const offsets = new Int32Array(people + 1)
  const targets = new Int32Array(keys.length)
  const costs = new Uint16Array(keys.length)
  let end = 0
  for (let person = 0; person < people; person++) {
    for (const key of cheapestFirst(bySource.subarray(starts[person]!, starts[person + 1]!))) {
      targets[end] = Math.floor(key / COSTS)
      costs[end++] = key % COSTS
    }
    offsets[person + 1] = end
  }
  return { people, offsets, targets: targets.slice(0, end), costs: costs.slice(0, end) }
}

/** The keys of one person by cost, of every target the cheapest. */
function cheapestFirst(keys: Float64Array): number[] {
  const targetOf = (key: number) => Math.floor(key / COSTS)
  return [...keys.sort()]
    .filter((key, i, all) => i === 0 || targetOf(key) !== targetOf(all[i - 1]!))
    .sort((one, other) => (one % COSTS) - (other % COSTS))
}

import { readFileSync, writeFileSync } from 'node:fs'
import { costOf } from '../src/index.ts'
import { DECAY_COST } from '../src/model-constants.ts'

/**
 * Sides in one direction only, packed. The sides of person p, from 0 to people - 1, are those from `offsets[p]` up to
 * `offsets[p + 1]`, the cheapest first.
 */
export interface SideGraph {
  readonly people: number
  readonly offsets: Int32Array
  /** Towards whom. */
  readonly targets: Int32Array
  /** What the side itself costs, without decay. */
  readonly costs: Uint16Array
}

// A graph file, all words little endian: MAGIC, people, sides, levels; offsets; targets; a byte of level and one of circles
// for every side.
const MAGIC = 0x54525553
const HEADER_WORDS = 4

/** What the levels of a generated file cost. */
export const GENERATED_LEVELS: readonly number[] = [0.95, 0.8, 0.65, 0.5, 0.35, 0.2].map(costOf)

const MOST_LEVELS = 256

/** The C program keeps costs with decay in twelve bits. What is dearer is past the floor either way. */
const DEAREST_LEVEL = 4095 - DECAY_COST

/** Reads a generated graph. Throws a sentence if the file is something else. */
export function readGraphFile(path: string): SideGraph {
  const { buffer, byteOffset } = readFileSync(path)
  const words = (from: number, count: number) =>
    new Int32Array(buffer.slice(byteOffset + 4 * from, byteOffset + 4 * (from + count)))
  const [magic, people = 0, sides = 0, levels] = words(0, HEADER_WORDS)
  if (magic !== MAGIC || levels !== GENERATED_LEVELS.length) throw new Error(`${path} is no generated graph.`)
  const targetsAt = HEADER_WORDS + people + 1
  const levelOf = new Uint8Array(buffer, byteOffset + 4 * (targetsAt + sides), sides)
  const costs = new Uint16Array(sides)
  for (let side = 0; side < sides; side++) costs[side] = GENERATED_LEVELS[levelOf[side]!]!
  return { people, offsets: words(HEADER_WORDS, people + 1), targets: words(targetsAt, sides), costs }
}

/** What a graph file holds, by side: levels instead of costs, and a byte of circles. */
interface LevelledGraph extends Omit<SideGraph, 'costs'> {
  readonly levels: Uint8Array
  readonly circles: Uint8Array
  readonly levelCount: number
}

export function writeGraphFile(path: string, graph: LevelledGraph): void {
  writeFileSync(path, Int32Array.of(MAGIC, graph.people, graph.targets.length, graph.levelCount))
  for (const part of [graph.offsets, graph.targets, graph.levels, graph.circles])
    writeFileSync(path, part, { flag: 'a' })
}

/**
 * Writes a graph for the C program and answers what its levels cost, one for every cost that occurs; undefined, and
 * nothing written, if a byte cannot number them.
 */
export function writeLevels(path: string, graph: SideGraph): readonly number[] | undefined {
  const costs = graph.costs.map((cost) => Math.min(cost, DEAREST_LEVEL))
  const costOfLevel = [...new Set(costs)].sort((one, other) => one - other)
  if (costOfLevel.length > MOST_LEVELS) return undefined
  const levelOf = new Map(costOfLevel.map((cost, level) => [cost, level]))
  const levels = Uint8Array.from(costs, (cost) => levelOf.get(cost)!)
  const circles = new Uint8Array(costs.length)
  writeGraphFile(path, { ...graph, levels, circles, levelCount: costOfLevel.length })
  return costOfLevel
}

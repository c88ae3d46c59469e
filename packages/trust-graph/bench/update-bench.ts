import { parseArgs } from 'node:util'
import { type LoadedTies, loadTies } from './engine-ties.ts'
import { median, sumOf } from './figures.ts'
import { readGraphFile } from './graph-file.ts'
import { generatedGraph } from './reach-graphs.ts'
import { timeOf } from './reach-turns.ts'
import { seededRandom } from './seeded-random.ts'
import { type ChangeKind, SideChanges } from './side-changes.ts'

/**
 * Changes of a graph in place: `--people N --degree N --seed N --changes N --viewers N`, or `--quick` to see that
 * everything runs. The last line is one JSON object. Unequal answers after the changes end it with status 1.
 */

const KINDS: readonly ChangeKind[] = ['insert', 'reweight', 'remove']

/** Changes of one kind that are drawn first and then made by the clock. */
const BATCH = 1000
/** Viewers that one graph searches before the other has its turn. */
const TURN = 100

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string' },
    degree: { type: 'string', default: '37' },
    seed: { type: 'string', default: '1' },
    changes: { type: 'string' },
    viewers: { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(flags.people ?? (flags.quick ? 10_000 : 1_000_000))
const changeCount = Number(flags.changes ?? (flags.quick ? 30_000 : 1_000_000))
const [degree, seed, viewerCount] = [flags.degree, flags.seed, flags.viewers].map(Number)
const counts = [people, degree, seed, changeCount, viewerCount]
if (!counts.every((count) => Number.isInteger(count) && count! > 0)) {
  console.error('People, degree, seed, changes and viewers are whole numbers above 0.')
  process.exit(2)
}

const first = readGraphFile(await generatedGraph({ people, degree: degree!, seed: seed! }))
const changed = loadTies(first)
const changes = new SideChanges(first, seed!, changeCount + BATCH)
const us = changeAll()
console.log(`${people} people, ${changeCount} changes`)
for (const kind of KINDS) console.log(`${kind.padEnd(9)} ${us[kind].toFixed(2)} µs`)

const last = changes.graph()
const fresh = loadTies(last)
const random = seededRandom(seed!)
const viewers = Array.from({ length: viewerCount! }, () => Math.floor(random() * people))
const equalAnswers = viewers.every((viewer) => changed.search(viewer) === fresh.search(viewer))
const queryRatioAfter = compareQueries()
console.log(
  `queries after the changes / on a fresh build ${queryRatioAfter.toFixed(3)}, equal: ${equalAnswers}`,
)
console.log(
  JSON.stringify({
    insertUs: us.insert,
    reweightUs: us.reweight,
    removeUs: us.remove,
    bytesPerTie: changed.bytes() / last.targets.length,
    queryRatioAfter,
    equalAnswers,
    people,
    changes: changeCount,
  }),
)
if (!equalAnswers) process.exitCode = 1

/** Microseconds a change: the median of the batches' means. */
function changeAll(): Record<ChangeKind, number> {
  const batches: Record<ChangeKind, number[]> = { insert: [], reweight: [], remove: [] }
  for (let made = 0; made < changeCount; made += KINDS.length * BATCH) {
    for (const kind of KINDS) {
      const batch = Array.from({ length: BATCH }, () => changes.draw(kind))
      const time = timeOf(() => {
        for (const change of batch) changed[kind](change)
      })
      batches[kind].push((1000 * time) / BATCH)
    }
  }
  return {
    insert: median(batches.insert),
    reweight: median(batches.reweight),
    remove: median(batches.remove),
  }
}

/** The median of the turns' ratios. Both have searched every viewer before. */
function compareQueries(): number {
  const search = (ties: LoadedTies, some: readonly number[]) =>
    timeOf(() => sumOf(some.map((viewer) => ties.search(viewer))))
  const ratios: number[] = []
  for (let start = 0; start < viewers.length; start += TURN) {
    const some = viewers.slice(start, start + TURN)
    ratios.push(search(changed, some) / search(fresh, some))
  }
  return median(ratios)
}

import { parseArgs } from 'node:util'
import { measureRecall } from './recall-bench.ts'
import { measureSybil } from './sybil-bench.ts'
import { readTrustNetwork } from './trust-network.ts'

/** The quality of the trust model on a real network: `--ties F --ratings F`. The last line is one JSON object. */

const SEEDS = [1, 2, 3]

/** So weak that nothing travels over a side that the data do not have. */
const NOT_THERE = 0.001

/** What the product makes of a missing side: unsorted. */
const UNSORTED = 0.4

const { values } = parseArgs({ options: { ties: { type: 'string' }, ratings: { type: 'string' } } })
if (values.ties === undefined || values.ratings === undefined) {
  console.error('Say which network to measure: --ties FILE --ratings FILE')
  process.exit(2)
}

const network = readTrustNetwork(values.ties, values.ratings, (file, line) =>
  console.error(`${file}, line ${line}: not three numbers, left out`),
)
console.log(`${network.people.size} people, ${network.trusts.size} of them trust somebody`)

const recalls = SEEDS.map((seed) => {
  const recall = measureRecall(network, NOT_THERE, seed)
  const imported = measureRecall(network, UNSORTED, seed)
  console.log(
    `seed ${seed}: recall@10 ${recall.engine.toFixed(4)}, sum of best paths ${recall.sumOfBestPaths.toFixed(4)}, ` +
      `${recall.people} people; with missing sides as imported ${imported.engine.toFixed(4)} and ${imported.sumOfBestPaths.toFixed(4)}`,
  )
  return recall
})
const sybils = SEEDS.map((seed) => {
  const sybil = measureSybil(network, NOT_THERE, seed)
  console.log(
    `seed ${seed}: most that a crowd gained ${sybil.maxGain.toFixed(4)}, 1000 against 1 ${sybil.ratio.toFixed(3)}, ` +
      `never above the trust in the door: ${sybil.withinTrust}`,
  )
  return sybil
})

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const recallAt10 = mean(recalls.map(({ engine }) => engine))
console.log(
  JSON.stringify({
    recallAt10,
    shareOfSumOfBestPaths: recallAt10 / mean(recalls.map(({ sumOfBestPaths }) => sumOfBestPaths)),
    sybilMaxGain: Math.max(...sybils.map(({ maxGain }) => maxGain)),
    sybilRatio1000: Math.max(...sybils.map(({ ratio }) => ratio)),
    seeds: SEEDS,
  }),
)

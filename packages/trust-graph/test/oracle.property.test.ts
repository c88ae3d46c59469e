import fc from 'fast-check'
import { it } from 'vitest'
import { TrustGraph } from '../src/index.ts'
import { histories, worlds } from './arbitrary-world.ts'
import { expectEqualAnswers } from './comparison.ts'
import { Oracle } from './oracle.ts'
import { RUNS, SEED } from './property-runs.ts'
import { tellGraph, World } from './world-facts.ts'

const LIMIT_MS = 3_600_000

it('[R][W][S][F][M][H][L][A][C][P][X] engine and oracle answer alike in every random world', {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(worlds, ({ shape, mostTrusted, tellings }) => {
      const graph = new TrustGraph({ mostTrusted })
      for (const telling of tellings) tellGraph(graph, telling)
      expectEqualAnswers(graph, new Oracle(new World(tellings), mostTrusted), shape)
    }),
    { numRuns: RUNS, ...SEED },
  )
})

it('[U1] a graph that was changed in any way equals the oracle after every change', {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(histories, ({ shape, mostTrusted, tellings }) => {
      const graph = new TrustGraph({ mostTrusted })
      for (const telling of tellings) tellGraph(graph, telling)
      expectEqualAnswers(graph, new Oracle(new World(tellings), mostTrusted), shape)
    }),
    { numRuns: RUNS, ...SEED },
  )
})

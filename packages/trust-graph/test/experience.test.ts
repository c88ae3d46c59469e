import { expect, it } from 'vitest'
import { costOf, type DatedExperience, type TrustGraph, trustOf } from '../src/index.ts'
import { NOW, Town } from './town.ts'

const TODAY = Math.floor(NOW / 86_400)

function townWith(...experience: DatedExperience[]): Town {
  const town = new Town({ today: TODAY })
  const mine = { declared: 0.8, paused: false, circles: [], experience }
  const theirs = { declared: 0.8, paused: false, circles: [] }
  town.graph.setTie(town.no('Ada'), town.no('Ben'), { ended: false, sides: [mine, theirs] })
  return town
}

function costTo(graph: TrustGraph): number {
  return graph.reach(1)[0]!.cost
}

it('[E3][E4] 720 days after a let-down the strength is what TRUST.md’s U9 says, in one step or day by day', () => {
  const letDown: DatedExperience = { kind: undefined, good: 0, bad: 3, day: TODAY }
  const jumped = townWith(letDown).graph
  const walked = townWith(letDown).graph
  expect(costTo(jumped)).toBe(costOf(0.457143))
  jumped.moveTo(TODAY + 720, 1000)
  for (let day = TODAY + 1; day <= TODAY + 720; day++) walked.moveTo(day, 1000)
  expect([costTo(jumped), costTo(walked)]).toEqual([costOf(0.581818), costOf(0.581818)])
})

it('[E4] an earlier day changes nothing, and a slice says whether more is to be done', () => {
  const { graph } = townWith({ kind: undefined, good: 2, bad: 0, day: TODAY })
  const before = costTo(graph)
  expect([graph.moveTo(TODAY - 100, 1), costTo(graph)]).toEqual([true, before])
  expect([graph.moveTo(TODAY + 900, 0), costTo(graph)]).toEqual([false, before])
  expect([graph.moveTo(TODAY + 900, 1), costTo(graph) > before]).toEqual([true, true])
})

it('[E4] what happened is forgotten with the side, and told again it stands again', () => {
  const { graph } = townWith({ kind: undefined, good: 0, bad: 3, day: TODAY })
  const plain = { declared: 0.8, paused: false, circles: [] }
  graph.setTie(1, 2, { ended: false, sides: [plain, plain] })
  expect(costTo(graph)).toBe(costOf(0.8))
  graph.moveTo(TODAY + 30, 1000)
  expect(costTo(graph)).toBe(costOf(0.8))
})

it('[S1][E1] a tie counts with the strength for the kind of subject, and is heard with the overall one', () => {
  const town = townWith({ kind: 'craftsman', good: 0, bad: 3, day: TODAY })
  town.post('Ben', { subject: 1, kind: 'craftsman' })
  town.post('Ben', { subject: 2, kind: 'film' })
  expect(costTo(town.graph)).toBe(costOf(0.8))
  expect(town.card('Ada', 1)!.score).toBeCloseTo(0.5 * trustOf(costOf(0.457143)), 9)
  expect(town.card('Ada', 2)!.score).toBeCloseTo(0.5 * trustOf(costOf(0.8)), 9)
})

it('[P2] a kind in which a tie is better than overall brings its subjects to where they belong', () => {
  const town = townWith({ kind: 'craftsman', good: 6, bad: 0, day: TODAY })
  town.tie('Ada', 'Cleo', 0.82)
  town.post('Ben', { subject: 1, kind: 'craftsman' })
  town.post('Cleo', { subject: 2, kind: 'craftsman' })
  expect(town.list('Ada', { limit: 1 }).map(({ subject }) => subject)).toEqual([1])
})

it('[E5] an outcome moves the tie who recommended it himself, and for what came from further away those it came through', () => {
  const town = new Town({ today: TODAY })
  town.tie('Ada', 'Ben', 0.8)
  town.tie('Ada', 'Cleo', 0.5)
  town.tie('Ben', 'Dan', 0.5)
  town.tie('Cleo', 'Eve', 0.8)
  const ofBen = town.post('Ben')
  const ofDan = town.post('Dan')
  town.post('Eve', { interest: 'connected' })
  const shares = (post: number) =>
    town.graph
      .outcomeShares(1, post, NOW)
      .map(({ tie, share }) => [town.names([tie]), Math.round(share * 1000) / 1000])
  expect(shares(ofBen)).toEqual([['Ben', 1]])
  // Ben 0.8 · (0.8 · 0.5 · 0.5), Cleo 0.5 · (0.8 · 0.8 · 0.25).
  expect(shares(ofDan)).toEqual([
    ['Ben', 0.667],
    ['Cleo', 0.333],
  ])
  expect(shares(town.post('Zoe'))).toEqual([])
  expect(shares(town.post('Ben', { subject: undefined, ask: true }))).toEqual([])
})

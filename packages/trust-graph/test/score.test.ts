import { expect, it } from 'vitest'
import type { Voice } from '../src/index.ts'
import { DAY, forTies, NOW, Town } from './town.ts'

function authors(town: Town, voices: readonly Voice[]): string {
  return town.names(voices.map(({ author }) => author))
}

function scoreFor(town: Town, viewer = 'Ada'): number {
  return town.card(viewer)?.score ?? 0
}

it('[S2] two independent ties add to each other, two on one branch less so', () => {
  const apart = new Town()
  apart.row(0.8, 'Ada', 'Ben')
  apart.row(0.5, 'Ada', 'Cleo')
  const together = new Town()
  together.row(0.8, 'Ada', 'Ben')
  together.row(0.5, 'Ben', 'Cleo')
  for (const town of [apart, together]) for (const name of ['Ben', 'Cleo']) town.post(name)
  expect(scoreFor(apart)).toBeCloseTo(0.55, 3)
  expect(scoreFor(together)).toBeCloseTo(0.48, 3)
})

it('[S3] a post that may not travel its author’s strongest chain is a leaf below the last carrier of its own', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Dan')
  town.row(0.5, 'Ada', 'Cleo', 'Dan')
  town.tie('Dan', 'Cleo', 0.5, { back: 0.5, circles: [1] })
  town.post('Dan', { audience: forTies({ circles: [1] }) })
  expect(scoreFor(town)).toBeCloseTo(0.5 * 0.8 * 0.5 * 0.5, 3)
})

it('[S4] a carrier who is not considered enters along the chain that needs him', () => {
  const town = new Town({ mostTrusted: 3 })
  town.row(1, 'Ada', 'Ben', 'Cleo')
  town.row(1, 'Ben', 'Dan')
  town.row(0.1, 'Ada', 'Eve', 'Dan')
  town.row(1, 'Eve', 'Dan')
  town.tie('Dan', 'Eve', 1, { back: 1, circles: [1] })
  expect(town.heardFrom('Ada').split(' ')).not.toContain('Eve')
  town.post('Dan', { audience: forTies({ circles: [1] }) })
  expect(scoreFor(town)).toBeCloseTo(0.1 * 0.8 * 0.5, 3)
})

it('[S4] of several chains that need him the strongest beginning counts, whichever voice is the stronger', () => {
  const town = new Town({ mostTrusted: 3 })
  town.row(1, 'Ada', 'Ben', 'Cleo')
  town.row(1, 'Ben', 'Dan')
  town.tie('Ada', 'Eve', 0.4)
  town.tie('Ada', 'Finn', 0.3)
  town.row(1, 'Eve', 'Gina')
  town.row(1, 'Finn', 'Gina')
  town.tie('Cleo', 'Gina', 1, { back: 1, circles: [1] })
  town.tie('Dan', 'Gina', 1, { back: 0.5, circles: [1] })
  town.tie('Cleo', 'Eve', 1, { ended: true })
  const onlyGina = { audience: forTies({ circles: [1] }) }
  const [stronger, weaker] = [town.post('Cleo', onlyGina), town.post('Dan', onlyGina)]
  expect([town.heard('Ada', stronger), town.cost('Ada', stronger)]).toEqual([
    'Ada Finn Gina Cleo',
    1204 + 223 + 223,
  ])
  expect([town.heard('Ada', weaker), town.cost('Ada', weaker)]).toEqual([
    'Ada Eve Gina Dan',
    916 + 223 + 223 + 693,
  ])
  const viaEve = 916 + 223
  const below = (cost: number) => 1 - Math.exp((viaEve - cost) / 1000) / 2
  const gina = 1 - below(1650) * below(2055)
  const eve = Math.exp((916 - viaEve) / 1000) * gina
  expect(scoreFor(town)).toBeCloseTo(Math.exp(-0.916) * eve, 9)
})

it('[S5] a connected voice weighs half, a paid one nothing and not on the subject page', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben', 'Cleo')
  town.post('Ben', { interest: 'connected' })
  town.graph.setOfferAnswer(town.no('Ada'), town.no('Ben'), 'yes')
  town.post('Ben', { interest: 'paid', subject: 2 })
  expect(scoreFor(town)).toBeCloseTo(0.8 * 0.25, 3)
  expect(town.card('Ada', 2)).toBeUndefined()
  expect(town.list('Ada', { lane: 'offers' }).map(({ subject, score }) => [subject, score])).toEqual([[2, 0]])
})

it('[S6] dissent is scored apart and never averaged', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.row(0.5, 'Ada', 'Cleo')
  town.post('Ben')
  town.post('Cleo', { verdict: 'against' })
  const card = town.card('Ada')!
  expect(card.score).toBeCloseTo(0.4, 3)
  expect(card.dissent).toBeCloseTo(0.25, 3)
  expect(card.voices.map(({ verdict }) => verdict)).toEqual(['recommend', 'against'])
  expect(card.key.value).toBeCloseTo(0.4, 3)
})

it('[S7] one person counts once, with what he said last', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.post('Ben', { since: NOW - DAY })
  town.post('Ben', { verdict: 'against' })
  const card = town.card('Ada')!
  expect([card.voices.length, card.score]).toEqual([1, 0])
  expect(card.dissent).toBeCloseTo(0.4, 3)
})

it('[S8] a club counts as one child of the viewer, its five strongest members at most', () => {
  const town = new Town()
  const members = ['Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gina', 'Hans']
  for (const name of ['Ada', ...members]) town.member(1, name)
  for (const name of members) town.post(name, { audience: { form: 'club', club: 1 } })
  expect(scoreFor(town)).toBeCloseTo(0.2 * (1 - 0.5 ** 5), 9)
  town.row(0.01, 'Ada', 'Ben')
  expect(scoreFor(town)).toBeCloseTo(1 - (1 - 0.2 * (1 - 0.5 ** 5)) * (1 - Math.exp(-4.095) / 2), 9)
})

it('[F1] a voice fades by half in 180 days, for jobs in 30, and is never fresher than fresh', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.post('Ben', { since: NOW - 180 * DAY, subject: 1 })
  town.post('Ben', { since: NOW - 30 * DAY, subject: 2, kind: 'job' })
  town.post('Ben', { since: NOW + DAY, subject: 3 })
  town.post('Ben', { since: NOW - 30 * DAY, subject: undefined, ask: true })
  const byPost = [...town.list('Ada')].sort((one, other) => one.voices[0]!.post - other.voices[0]!.post)
  expect(byPost.map(({ voices }) => voices[0]!.freshness)).toEqual([0.5, 0.5, 1, 0.5])
  expect(byPost.map(({ score }) => score.toFixed(3))).toEqual(['0.200', '0.200', '0.400', '0.200'])
  expect(town.card('Ada', 1)?.score).toBeCloseTo(0.4, 3)
})

it('[F2] after 730 days, jobs after 60, a post leaves the lists and not the subject page', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.post('Ben', { since: NOW - 730 * DAY, subject: 1 })
  town.post('Ben', { since: NOW - 730 * DAY - 1, subject: 2 })
  town.post('Ben', { since: NOW - 60 * DAY, subject: 3, kind: 'job' })
  town.post('Ben', { since: NOW - 60 * DAY - 1, subject: 4, kind: 'job' })
  expect(town.list('Ada').map(({ subject }) => subject)).toHaveLength(2)
  expect([1, 2, 3, 4].map((subject) => town.card('Ada', subject)?.voices.length)).toEqual([1, 1, 1, 1])
})

it('[F2] an ask that has ended leaves the lists, for whoever answered it too', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  const ask = town.post('Ben', { ask: true, subject: undefined, expires: NOW })
  town.graph.setAnswered(ask, town.no('Ada'), true)
  expect([town.heard('Ada', ask), town.list('Ada')]).toEqual(['Ada Ben', []])
})

it('[P1] voices stand by trust, whatever they say and however old', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Cleo')
  town.row(0.8, 'Ada', 'Dan')
  for (const name of ['Ada', 'Eve']) town.member(1, name)
  town.post('Eve', { audience: { form: 'club', club: 1 } })
  town.post('Cleo')
  town.post('Dan', { verdict: 'against' })
  town.post('Ben', { since: NOW - 300 * DAY })
  expect(authors(town, town.card('Ada')!.voices)).toBe('Ben Dan Cleo Eve')
})

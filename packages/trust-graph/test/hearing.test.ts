import { expect, it } from 'vitest'
import { DAY, forTies, NOW, Town } from './town.ts'

it('[H1] a post is heard along the strongest chain that it may travel', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Dan')
  town.row(0.5, 'Ada', 'Cleo', 'Dan')
  town.tie('Dan', 'Cleo', 0.5, { back: 0.5, circles: [1] })
  expect(town.heard('Ada', town.post('Dan'))).toBe('Ada Ben Dan')
  const post = town.post('Dan', { audience: forTies({ circles: [1] }) })
  expect([town.heard('Ada', post), town.cost('Ada', post)]).toEqual(['Ada Cleo Dan', 693 + 223 + 693])
})

it('[H1] a carrier before the last who is left out is gone around', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Cleo', 'Dan')
  town.row(0.4, 'Ada', 'Eve', 'Cleo')
  town.tie('Ben', 'Dan', 0.1, { back: 0.1, ended: true })
  expect(town.chain('Ada', 'Dan')).toBe('Ada Ben Cleo Dan')
  expect(town.heard('Ada', town.post('Dan'))).toBe('Ada Eve Cleo Dan')
})

it('[H1] a shorter chain is taken where the strongest is too long for the post', () => {
  const town = new Town()
  town.row(1, 'Ada', 'Ben', 'Cleo', 'Dan')
  town.row(0.5, 'Ada', 'Eve', 'Dan')
  expect(town.heard('Ada', town.post('Dan'))).toBe('Ada Ben Cleo Dan')
  expect(town.heard('Ada', town.post('Dan', { onward: 1 }))).toBe('Ada Eve Dan')
})

it('[H1] whoever is not among the most trusted is not heard, but still carries', () => {
  const town = new Town({ mostTrusted: 2 })
  town.tie('Ada', 'Eve', 1)
  town.row(0.9, 'Ada', 'Ben')
  town.row(0.8, 'Ada', 'Cleo')
  expect(town.heard('Ada', town.post('Ben'))).toBe('Ada Ben')
  const post = town.post('Cleo')
  expect([town.seen('Ada', post), town.heard('Ada', post)]).toEqual(['Ada Cleo', ''])
})

it('[H2] a hidden voice and a hidden post are not heard and still carry', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Cleo')
  const [first, second, beyond] = [town.post('Ben'), town.post('Ben'), town.post('Cleo')]
  town.graph.setHidden(town.no('Ada'), { voices: [], posts: [first] })
  expect([town.heard('Ada', first), town.heard('Ada', second)]).toEqual(['', 'Ada Ben'])
  town.graph.setHidden(town.no('Ada'), { voices: [town.no('Ben')], posts: [first] })
  expect([town.heard('Ada', second), town.heard('Ada', beyond)]).toEqual(['', 'Ada Ben Cleo'])
  expect(town.seen('Ada', first)).toBe('Ada Ben')
  expect(town.hearers(second)).toBe('Cleo')
})

it('[H2] nobody hears himself', () => {
  const town = new Town()
  town.member(1, 'Ada')
  town.post('Ada', { audience: { form: 'club', club: 1 } })
  expect([town.heard('Ada', 1), town.list('Ada')]).toEqual(['', []])
})

it('[H3] offers are heard by ties who said yes', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben')
  const offer = town.post('Ben', { interest: 'paid' })
  expect(town.heard('Ada', offer)).toBe('')
  town.graph.setOfferAnswer(town.no('Ada'), town.no('Ben'), 'no')
  expect(town.heard('Ada', offer)).toBe('')
  town.graph.setOfferAnswer(town.no('Ada'), town.no('Ben'), 'yes')
  expect([town.heard('Ada', offer), town.hearers(offer)]).toEqual(['Ada Ben', 'Ada'])
})

it('[H3] a club’s offer is heard by ties alone', () => {
  const town = new Town()
  for (const name of ['Ada', 'Ben', 'Cleo']) town.member(1, name)
  town.row(0.9, 'Ada', 'Ben')
  for (const name of ['Ada', 'Cleo']) town.graph.setOfferAnswer(town.no(name), town.no('Ben'), 'yes')
  const offer = town.post('Ben', { interest: 'paid', audience: { form: 'club', club: 1 } })
  expect([town.heard('Ada', offer), town.heard('Cleo', offer)]).toEqual(['club', ''])
})

it('[C2] a club’s post is heard unless club or author is paused, and its cost is the tie’s or the club’s', () => {
  const town = new Town()
  for (const name of ['Ada', 'Ben', 'Cleo']) town.member(1, name)
  town.tie('Ada', 'Ben', 0.01)
  const post = town.post('Ben', { audience: { form: 'club', club: 1 } })
  expect([town.cost('Ada', post), town.cost('Cleo', post)]).toEqual([4095, 1609])
  town.tie('Ada', 'Ben', 0.9, { paused: true })
  town.member(1, 'Cleo', true)
  expect([town.heard('Ada', post), town.heard('Cleo', post)]).toEqual(['', ''])
  expect([town.seen('Ada', post), town.seen('Cleo', post)]).toEqual(['club', 'club'])
})

it('[H4] who hears a post is asked from its author, K apart', () => {
  const town = new Town({ mostTrusted: 1 })
  town.row(0.9, 'Ada', 'Ben', 'Cleo', 'Dan', 'Eve')
  expect(town.hearers(town.post('Ada'))).toBe('Ben Cleo Dan')
  expect(town.graph.whoHears(99, [1, 2], NOW)).toEqual([])
})

it('[H5] the ties who sell and were not answered are asked about, the strongest first', () => {
  const town = new Town()
  for (const [name, strength] of [
    ['Ben', 0.5],
    ['Cleo', 0.9],
    ['Dan', 0.7],
    ['Eve', 0.6],
    ['Finn', 0.8],
  ] as const) {
    town.row(strength, 'Ada', name)
    const age = name === 'Eve' ? 731 * DAY : 0
    town.post(name, { interest: name === 'Finn' ? 'connected' : 'paid', since: NOW - age })
  }
  const asked = () => town.names(town.graph.offerQuestions(town.no('Ada'), NOW))
  expect(asked()).toBe('Cleo Dan Ben')
  town.graph.setOfferAnswer(town.no('Ada'), town.no('Cleo'), 'no')
  town.graph.setOfferAnswer(town.no('Ada'), town.no('Dan'), 'yes')
  expect(asked()).toBe('Ben')
})

it('[X1] several posts are answered at once, those that are heard, in the order asked', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Cleo')
  const [far, hidden, near] = [town.post('Cleo'), town.post('Cleo', { onward: 0 }), town.post('Ben')]
  const heard = town.graph.hearsAmong(town.no('Ada'), [far, hidden, near, 50], NOW)
  expect(heard.map(({ post }) => post)).toEqual([far, near])
})

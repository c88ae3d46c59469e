import { expect, it } from 'vitest'
import { DAY, forTies, NOW, Town } from './town.ts'

function longRow(): Town {
  const town = new Town()
  town.row(0.5, 'Ada', 'Ben', 'Cleo', 'Dan', 'Eve')
  return town
}

it('[L1] the audience is all ties, circles and single ties, minus the excepted', () => {
  const town = new Town()
  town.tie('Ada', 'Ben', 0.5, { circles: [1] })
  town.tie('Ada', 'Cleo', 0.5, { circles: [2, 3] })
  town.tie('Ada', 'Dan', 0.5)
  const readers = (chosen: Parameters<typeof forTies>[0]) => {
    const post = town.post('Ada', { audience: forTies(chosen) })
    return ['Ben', 'Cleo', 'Dan'].filter((name) => town.seen(name, post) !== '').join(' ')
  }
  expect(readers({ all: true })).toBe('Ben Cleo Dan')
  expect(readers({ circles: [1] })).toBe('Ben')
  expect(readers({ circles: [3], singles: [town.no('Dan')] })).toBe('Cleo Dan')
  expect(readers({ all: true, excepted: [town.no('Cleo')] })).toBe('Ben Dan')
  expect(readers({ circles: [1], singles: [town.no('Ben')], excepted: [town.no('Ben')] })).toBe('')
  expect(readers({ circles: [9] })).toBe('')
})

it('[L1] the notebook is for nobody but its author', () => {
  const town = longRow()
  const post = town.post('Ben', { audience: { form: 'notebook' } })
  expect(['Ada', 'Ben', 'Cleo'].map((name) => town.seen(name, post))).toEqual(['', 'own', ''])
})

it('[L2] a tie who is left out does not see the post, however many friends could pass it on', () => {
  const town = longRow()
  town.row(0.9, 'Dan', 'Ada', 'Cleo')
  const post = town.post('Dan', { audience: forTies({ singles: [town.no('Cleo')] }) })
  expect(town.seen('Cleo', post)).toBe('Cleo Dan')
  expect(town.seen('Ada', post)).toBe('')
  expect(town.heard('Ada', post)).toBe('')
})

it('[L2] a tie who is left out does not carry the post to others', () => {
  const town = longRow()
  town.row(0.9, 'Dan', 'Ben')
  const post = town.post('Dan', { audience: forTies({ singles: [town.no('Cleo')] }) })
  expect(town.seen('Ada', post)).toBe('')
  expect(town.heard('Ada', post)).toBe('')
  town.row(0.1, 'Ada', 'Finn', 'Cleo')
  expect(town.seen('Ada', post)).toBe('Ada Finn Cleo Dan')
})

it('[L2] an ended tie is left out until it is renewed', () => {
  const town = longRow()
  town.tie('Ada', 'Cleo', 0.5, { ended: true })
  const post = town.post('Cleo')
  expect([town.seen('Ada', post), town.heard('Ada', post)]).toEqual(['', ''])
  town.tie('Ada', 'Cleo', 0.5)
  expect(town.seen('Ada', post)).toBe('Ada Cleo')
})

it('[M1] an author sees his own post, expired ones too', () => {
  const town = longRow()
  expect(town.seen('Ada', town.post('Ada', { expires: NOW - DAY }))).toBe('own')
})

it('[M2] a post travels as many rings beyond its audience as the author lets it', () => {
  const town = longRow()
  const seenBy = (onward: 0 | 1 | 2) => {
    const post = town.post('Ada', { onward })
    return ['Ben', 'Cleo', 'Dan', 'Eve'].filter((name) => town.seen(name, post) !== '').join(' ')
  }
  expect([seenBy(0), seenBy(1), seenBy(2)]).toEqual(['Ben', 'Ben Cleo', 'Ben Cleo Dan'])
})

it('[M2] only the last carrier has to be in the audience', () => {
  const town = longRow()
  town.tie('Dan', 'Cleo', 0.5, { back: 0.5, circles: [1] })
  town.tie('Dan', 'Eve', 0.5, { back: 0.5, circles: [2] })
  expect(town.seen('Ada', town.post('Dan', { audience: forTies({ circles: [1] }) }))).toBe('Ada Ben Cleo Dan')
  expect(town.seen('Ada', town.post('Dan', { audience: forTies({ circles: [2] }) }))).toBe('')
})

it('[M2] no two persons on a chain are apart, the two in its middle and its ends among them', () => {
  for (const [blocker, blocked] of [
    ['Ada', 'Ben'],
    ['Ada', 'Cleo'],
    ['Dan', 'Ada'],
    ['Cleo', 'Ben'],
    ['Ben', 'Dan'],
    ['Cleo', 'Dan'],
  ] as const) {
    const town = longRow()
    const post = town.post('Dan')
    expect(town.heard('Ada', post)).toBe('Ada Ben Cleo Dan')
    town.block(blocker, blocked)
    expect([town.seen('Ada', post), town.heard('Ada', post), town.hearers(post).includes('Ada')]).toEqual([
      '',
      '',
      false,
    ])
  }
})

it('[M2] who has turned carrying off sees and passes nothing on', () => {
  const town = longRow()
  town.silence('Ben')
  const post = town.post('Cleo')
  expect([town.seen('Ben', post), town.seen('Ada', post)]).toEqual(['Ben Cleo', ''])
})

it('[M2] access depends on no strength, no pause and no K', () => {
  const town = new Town({ mostTrusted: 1 })
  town.tie('Ada', 'Ben', 0.001, { paused: true })
  town.tie('Ben', 'Cleo', 0.001)
  town.tie('Ada', 'Dan', 1)
  const post = town.post('Cleo')
  expect([town.seen('Ada', post), town.heard('Ada', post)]).toEqual(['Ada Ben Cleo', ''])
})

it('[M3] a paid post and one that advises against stay with the audience', () => {
  const town = longRow()
  for (const words of [{ interest: 'paid' }, { verdict: 'against' }] as const) {
    const post = town.post('Ben', words)
    expect([town.seen('Ada', post), town.seen('Dan', post)]).toEqual(['Ada Ben', ''])
  }
})

it('[M4] an expired post is its author’s alone, an expired ask also theirs who answered it', () => {
  const town = longRow()
  const post = town.post('Ben', { expires: NOW })
  const ask = town.post('Ben', { expires: NOW, ask: true, subject: undefined })
  expect([town.seen('Ben', post), town.seen('Ada', post), town.seen('Ada', ask)]).toEqual(['own', '', ''])
  town.graph.setAnswered(ask, town.no('Ada'), true)
  expect(town.seen('Ada', ask)).toBe('Ada Ben')
  town.block('Ben', 'Ada')
  expect(town.seen('Ada', ask)).toBe('')
  expect(town.seen('Cleo', town.post('Ben', { expires: NOW + 1 }))).toBe('Cleo Ben')
})

it('[M5] what was taken back exists for nobody', () => {
  const town = longRow()
  const post = town.post('Ben')
  town.graph.setPost(post, null)
  expect([town.seen('Ben', post), town.seen('Ada', post), town.seen('Ada', 77)]).toEqual(['', '', ''])
  const other = town.post('Ben')
  town.graph.setPerson(town.no('Ben'), null)
  expect([town.seen('Ada', other), town.heardFrom('Ada')]).toEqual(['', ''])
})

it('[A1] an addressed post is for that person alone and is never carried', () => {
  const town = longRow()
  const post = town.post('Ben', { audience: { form: 'notebook' } })
  town.graph.setAddressing(post, town.no('Cleo'), 'tie')
  expect([town.seen('Cleo', post), town.seen('Dan', post)]).toEqual(['addressed', ''])
  expect(town.heard('Cleo', post)).toBe('')
})

it('[A1] an addressing to a tie ends with the tie, an answer does not, and a block ends both', () => {
  const town = longRow()
  const toTie = town.post('Ben', { audience: { form: 'notebook' } })
  const answer = town.post('Ben', { audience: { form: 'notebook' } })
  town.graph.setAddressing(toTie, town.no('Cleo'), 'tie')
  town.graph.setAddressing(answer, town.no('Cleo'), 'answer')
  town.tie('Ben', 'Cleo', 0.5, { ended: true })
  expect([town.seen('Cleo', toTie), town.seen('Cleo', answer)]).toEqual(['', 'addressed'])
  town.block('Cleo', 'Ben')
  expect(town.seen('Cleo', answer)).toBe('')
})

it('[C1] a club’s post is for its members, unless the two are apart', () => {
  const town = new Town()
  for (const name of ['Ada', 'Ben', 'Cleo']) town.member(1, name)
  const post = town.post('Ada', { audience: { form: 'club', club: 1 } })
  town.row(0.9, 'Ada', 'Dan')
  expect(['Ben', 'Cleo', 'Dan'].map((name) => town.seen(name, post))).toEqual(['club', 'club', ''])
  town.block('Ada', 'Cleo')
  expect([town.seen('Cleo', post), town.hearers(post)]).toEqual(['', 'Ben'])
  town.graph.setMembership(1, town.no('Ada'), null)
  expect(town.seen('Ben', post)).toBe('')
})

it('[X2] the witness is the shortest chain, and a chain before an addressing', () => {
  const town = longRow()
  town.row(0.1, 'Ada', 'Dan')
  const post = town.post('Dan')
  town.graph.setAddressing(post, town.no('Ada'), 'tie')
  expect(town.seen('Ada', post)).toBe('Ada Dan')
})

it('[M6] behind a tie stands whom he brings, but nobody whom the viewer has or had a tie with', () => {
  const town = new Town()
  town.row(0.001, 'Ada', 'Ben', 'Cleo')
  const behind = () => town.graph.behind(town.no('Ada'), town.no('Ben'), NOW)
  expect(behind()).toEqual([])
  town.post('Cleo')
  const newer = town.post('Cleo')
  town.post('Cleo', { onward: 0 })
  expect(behind()).toEqual([{ author: town.no('Cleo'), post: newer }])
  town.tie('Ada', 'Cleo', 0.5)
  expect(behind()).toEqual([])
  town.tie('Ada', 'Cleo', 0.5, { ended: true })
  expect(behind()).toEqual([])
})

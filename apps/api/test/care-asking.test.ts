import { describe, expect, it } from 'vitest'
import { type CareScene, openCareWorld } from './care-scene.ts'
import { changesIn, Listener, listen } from './live-listener.ts'

let scene: CareScene

openCareWorld((made) => {
  scene = made
})

// All tests of a file are in one world, which listens once.
let listening: Promise<string> | undefined

function host(): Promise<string> {
  listening ??= listen(scene.world)
  return listening
}

describe('the nudge', () => {
  it('is one a week, of whoever is the first to be turned to, and goes once he is no longer', async () => {
    await scene.send('PATCH', '/api/me', { timeZone: 'Europe/Vienna' })
    await scene.write('ben', 'me')
    await scene.write('eve', 'me')
    await scene.rhythm(30, ['ben', 'eve'])
    await scene.closeness('ben', 5)
    scene.later(60)
    const [[who, why, at] = []] = await scene.nudges()
    expect([who, why]).toEqual(['ben', 'message'])
    expect(local('Europe/Vienna', String(at))).toBe('Mon 00:00')
    await scene.write('me', 'ben')
    expect(await scene.nudges()).toEqual([])
    scene.later(67)
    expect((await scene.nudges()).map(([key]) => key)).toEqual(['eve'])
  })

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'begins on Monday where I am, and is the same all week: %s',
    async (timeZone) => {
      await scene.send('PATCH', '/api/me', { timeZone })
      await scene.write('ben', 'me')
      await scene.rhythm(14, ['ben'])
      const seen = new Set<unknown>()
      for (const day of [40, 41, 42, 43, 44, 45, 46]) {
        scene.later(day)
        const told = await scene.nudges()
        expect(told).toHaveLength(1)
        expect(local(timeZone, String(told[0]?.[2]))).toBe('Mon 00:00')
        seen.add(told[0]?.[2])
      }
      expect(seen.size).toBeLessThanOrEqual(2)
    },
  )

  it('is none for whom a reason is missing, nor where it is not wanted', async () => {
    await scene.rhythm(30, ['ben', 'eve'])
    scene.later(60)
    expect(await scene.nudges()).toEqual([])
    await scene.write('ben', 'me')
    scene.later(120)
    expect(await scene.nudges()).toHaveLength(1)
    await scene.send('PATCH', '/api/me', { care: false })
    expect(await scene.nudges()).toEqual([])
    expect(await scene.due()).toHaveLength(1)
    await scene.send('PATCH', '/api/me', { care: true })
    expect(await scene.nudges()).toHaveLength(1)
  })
})

describe('still acquainted, or closer?', () => {
  it('is asked a year after the tie began, and a year after I answered', async () => {
    scene.later(364)
    expect(await scene.asked()).toEqual([])
    scene.later(366)
    expect((await scene.asked()).sort()).toEqual(['ben', 'eve'])
    expect((await scene.careOf('ben')).closenessAsked).toBe(true)
    await scene.answer('ben', 'same')
    expect(await scene.asked()).toEqual(['eve'])
    await scene.askAgain('ben')
    expect((await scene.asked()).sort()).toEqual(['ben', 'eve'])
    await scene.answer('ben', 'later')
    scene.later(395)
    expect(await scene.asked()).toEqual(['eve'])
    scene.later(397)
    expect((await scene.asked()).sort()).toEqual(['ben', 'eve'])
    await scene.closeness('ben', 3)
    scene.later(397 + 364)
    expect(await scene.asked()).toEqual(['eve'])
    scene.later(397 + 367)
    expect((await scene.asked()).sort()).toEqual(['ben', 'eve'])
  })

  it('is asked on the last of February of a tie that began on a leap day', async () => {
    for (const other of ['ben', 'eve']) await scene.askAgain(other)
    await scene.world.database.sql`
      update tie set made_at = '2028-02-29T12:00:00Z' where id in (${scene.tieOf('ben')}, ${scene.tieOf('eve')})`
    scene.world.clock.at = new Date('2029-02-28T11:59:59Z')
    expect(await scene.asked()).toEqual([])
    scene.world.clock.at = new Date('2029-02-28T12:00:00Z')
    expect((await scene.asked()).sort()).toEqual(['ben', 'eve'])
  })

  it('comes three at a time, the longest waiting first', async () => {
    for (const [at, key] of ['ann', 'bob', 'cid'].entries()) {
      scene.later(at + 1)
      await scene.cast.person(key)
      await scene.cast.tie('me', key)
    }
    await scene.closeness('ben', 2)
    scene.later(400)
    expect(await scene.asked()).toEqual(['eve', 'ann', 'bob'])
  })
})

function local(timeZone: string, at: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
}

it('tells the tabs of whoever notes something that his lists are out of date', async () => {
  const listener = await new Listener(await host(), scene.cast.client('me')).hello()
  await listener.settled()
  for (const note of [
    () => scene.spoke('ben'),
    () => scene.unsay('ben'),
    () => scene.answer('ben', 'later'),
  ]) {
    await note()
    const told = changesIn(await listener.settled()).filter((change) => !listener.isMarker(change))
    expect(told).toEqual([{ kind: 'notifications' }])
  }
  listener.close()
})

it('tells the other nothing: neither what he reads nor what he is told live differs', async () => {
  await scene.write('ben', 'me')
  scene.later(400)
  const urls = [
    '/api/me',
    '/api/ties',
    '/api/notifications',
    '/api/threads',
    '/api/feed',
    '/api/care',
    '/api/network',
  ]
  const readAll = async () => {
    const answers = await Promise.all(
      [
        ...urls,
        `/api/ties/${scene.tieOf('ben')}/care`,
        `/api/people/${scene.cast.client('me').me.handle}`,
      ].map((url) => scene.cast.client('ben').get(url)),
    )
    return answers.map(({ text }) => text.replaceAll(/"(asOf|cursor)":"[^"]*"/g, ''))
  }
  const before = await readAll()
  const listener = await new Listener(await host(), scene.cast.client('ben')).hello()
  await listener.settled()
  await scene.rhythm(30, ['ben'])
  expect(await scene.due()).toHaveLength(1)
  expect(await scene.nudges()).toHaveLength(1)
  await scene.spoke('ben')
  await scene.unsay('ben')
  await scene.answer('ben', 'same')
  await scene.askAgain('ben')
  await scene.send('PATCH', '/api/me', { care: false })
  await scene.care()
  expect(changesIn(await listener.settled()).filter((change) => !listener.isMarker(change))).toEqual([])
  listener.close()
  expect(await readAll()).toEqual(before)
})

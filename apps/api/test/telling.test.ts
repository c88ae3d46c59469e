import { Telling, USUAL_TELLING } from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { Client } from './api-world.ts'
import { openTellingScene, type TellingScene } from './telling-scene.ts'
import type { Wish } from './world-words.ts'

let scene: TellingScene

openTellingScene((made) => {
  scene = made
})

const say = (key: string, by: string, wish: Wish) => scene.cast.post(key, by, wish)

async function choose(by: string, change: Partial<Telling>): Promise<void> {
  scene.cast.done(await scene.cast.client(by).send('PUT', '/api/telling', { ...USUAL_TELLING, ...change }))
}

/** Something of Ben's that he gives me, an hour before people are told. */
async function giveMe(): Promise<void> {
  await say('gift', 'ben', { singles: ['oda'], onward: 0 })
  await scene.give('gift', 'me')
}

describe('what one chooses', () => {
  it('is weekly and by mail until somebody says otherwise, and his own alone', async () => {
    const { cast } = scene
    expect(await cast.client('me').read(Telling, '/api/telling')).toEqual(USUAL_TELLING)
    await choose('me', { time: 'evening', quietFrom: 20, quietTo: 20 })
    expect(await cast.client('me').read(Telling, '/api/telling')).toMatchObject({
      time: 'evening',
      quietTo: 20,
    })
    expect(await cast.client('ben').read(Telling, '/api/telling')).toEqual(USUAL_TELLING)
  })

  it('takes hours of a clock and times of the list', async () => {
    for (const wrong of [
      { quietFrom: 24 },
      { quietTo: -1 },
      { time: 'daily' },
      { mail: null },
      { more: 1 },
    ]) {
      const { code } = await scene.cast
        .client('me')
        .send('PUT', '/api/telling', { ...USUAL_TELLING, ...wrong })
      expect(code).toBe('invalid_input')
    }
  })
})

describe('the weekly mail', () => {
  it('[P11] names my ties and says no title, no word of a post, and nobody beyond them', async () => {
    const { cast } = scene
    await giveMe()
    await say('mine', 'me', { all: true, onward: 1 })
    await cast.comment('oda', 'mine')
    await scene.round()
    expect(await scene.mailsTo('me')).toEqual([])
    scene.later(1.1)
    await scene.round()
    const [mail = '', ...others] = await scene.mailsTo('me')
    expect(others).toEqual([])
    expect(mail).toContain(
      `– ${cast.client('ben').me.name} has something for you\n– Something else concerns you\n`,
    )
    expect(mail).not.toContain(cast.client('oda').me.name)
    const secret = [...cast.postOf('gift').words, ...cast.postOf('mine').words]
    expect(secret.filter((word) => mail.includes(word))).toEqual([])
    const links = mail.match(/https?:\/\/[^\s>]+/g) ?? []
    expect(links.filter((link) => !link.startsWith('http://kith.test/'))).toEqual([])
  })

  it('comes once, and not at all where nothing is new or I have seen it', async () => {
    const { cast, world } = scene
    await giveMe()
    await giveTo('oda')
    cast.done(
      await cast.client('oda').post('/api/notifications/seen', { asOf: world.clock.at.toISOString() }),
    )
    scene.later(1.1)
    await scene.round()
    await scene.round()
    scene.later(7 * 24)
    await scene.round()
    const counts = [await scene.mailsTo('me'), await scene.mailsTo('oda'), await scene.mailsTo('ben')]
    expect(counts.map((mails) => mails.length)).toEqual([1, 0, 0])
  })

  it('comes in German to whoever reads German, and to nobody of the demo village', async () => {
    const { cast, world } = scene
    await giveMe()
    cast.done(await cast.client('me').patch('/api/me', { language: 'de' }))
    await giveTo('oda')
    await world.database.sql`update person set demo = true where id = ${cast.client('oda').me.id}`
    scene.later(1.1)
    await scene.round()
    expect((await scene.mailsTo('me'))[0]).toContain(`${cast.client('ben').me.name} hat etwas für dich`)
    expect(await scene.mailsTo('oda')).toEqual([])
  })
})

/** Something of Ben's that he gives somebody else. */
async function giveTo(key: string): Promise<void> {
  await say('other', 'ben', { singles: [], onward: 0, all: true })
  await scene.give('other', key)
}

describe('[P10] what may not be seen any more when somebody is told is not told, by mail or on a device', () => {
  const undone: Readonly<Record<string, () => Promise<unknown>>> = {
    'the tie is over': () => scene.cast.endTie('ben', 'me'),
    'its author blocked me': () => scene.cast.block('ben', 'me'),
    'I blocked its author': () => scene.cast.block('me', 'ben'),
    'it was deleted': () => scene.cast.remove('gift'),
    'it was taken back': async () => {
      const path = `/api/recommendations/${scene.cast.postOf('gift').id}/address/${scene.cast.client('me').me.id}`
      scene.cast.done(await scene.cast.client('ben').delete(path))
    },
  }
  it.each(Object.keys(undone))('%s', async (name) => {
    await scene.tellDevice('me')
    await giveMe()
    await undone[name]?.()
    scene.later(1.1)
    await scene.round()
    expect([await scene.mailsTo('me'), scene.callsTo('me')]).toEqual([[], []])
  })

  it('a stranger again, or a tie who was left out since, hears nothing of what was passed on', async () => {
    const { cast } = scene
    await scene.tellDevice('me')
    await say('far', 'oda', { all: true, onward: 1 })
    const path = `/api/recommendations/${cast.postOf('far').id}`
    const body = { to: cast.client('me').me.id, sentence: null }
    cast.done(await cast.client('ben').send('POST', `${path}/pass`, body, cast.after()))
    await cast.tie('me', 'oda')
    const audience = {
      form: 'ties',
      all: true,
      circles: [],
      singles: [],
      excepted: [cast.client('me').me.id],
    }
    cast.done(await cast.client('oda').patch(path, { audience }))
    scene.later(1.1)
    await scene.round()
    expect([await scene.mailsTo('me'), scene.callsTo('me')]).toEqual([[], []])
  })
})

describe('the moment', () => {
  it('is within minutes for whoever wants it so, but never in his quiet hours', async () => {
    await choose('me', { time: 'atOnce', quietFrom: 17, quietTo: 20 })
    await giveMe()
    scene.later(1)
    await scene.round()
    expect(await scene.mailsTo('me')).toEqual([])
    scene.later(2.1)
    await scene.round()
    expect(await scene.mailsTo('me')).toHaveLength(1)
  })

  it('is six in the evening where he is', async () => {
    const { cast } = scene
    await choose('me', { time: 'evening' })
    cast.done(await cast.client('me').patch('/api/me', { timeZone: 'America/New_York' }))
    scene.later(24)
    await scene.round()
    await giveMe()
    scene.later(4)
    await scene.round()
    expect(await scene.mailsTo('me')).toEqual([])
    // At 23:10 in UTC it is 18:10 there.
    scene.later(2.2)
    await scene.round()
    expect(await scene.mailsTo('me')).toHaveLength(1)
  })
})

describe('the end of such mails', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const end = (path: string) => scene.world.anybody().send('POST', path, 'List-Unsubscribe=One-Click', form)

  async function unsubscribePath(): Promise<string> {
    await giveMe()
    scene.later(1.1)
    await scene.round()
    const [mail = ''] = await scene.mailsTo('me')
    expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\n')
    return mail.match(/List-Unsubscribe: <http:\/\/kith\.test(\S+)>/)?.[1] ?? ''
  }

  it('takes one click of a mail program without a session, as often as one likes; looking ends nothing', async () => {
    const path = await unsubscribePath()
    const looked = await new Client(scene.world.app).get(path)
    expect([looked.status, looked.headers['location']]).toEqual([302, path.replace('/api', '')])
    expect(await scene.cast.client('me').read(Telling, '/api/telling')).toEqual(USUAL_TELLING)
    for (const _again of [1, 2]) expect(await end(path)).toMatchObject({ status: 200, body: { mail: false } })
    expect(await scene.cast.client('me').read(Telling, '/api/telling')).toEqual({
      ...USUAL_TELLING,
      mail: false,
    })
    await giveTo('me')
    scene.later(7 * 24)
    await scene.round()
    expect(await scene.mailsTo('me')).toHaveLength(1)
  })

  it('tells nobody whether an address leads to somebody, and nobody can make one', async () => {
    const made = await end('/api/unsubscribe/nonsense')
    expect([made.status, made.body]).toEqual([200, { mail: false }])
    expect(await scene.cast.client('me').read(Telling, '/api/telling')).toEqual(USUAL_TELLING)
  })
})

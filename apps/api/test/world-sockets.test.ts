import { connect } from 'node:net'
import { LIVE_CLOSE } from '@kith/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from './api-world.ts'
import { FRAGMENTS } from './hostile-texts.ts'
import { Listener, listen } from './live-listener.ts'
import { createCast } from './world-cast.ts'
import { GENEROUS } from './world-scene.ts'

const SEED = 20_261_124
// Of the protocol itself: a text that is no UTF-8, a frame that is too big.
const BAD_TEXT = 1007
const TOO_BIG = 1009

let world: World
let host: string
let cast: ReturnType<typeof createCast>

beforeAll(async () => {
  world = await openWorld({ rates: GENEROUS })
  host = await listen(world)
  cast = createCast(world)
  await cast.person('ada')
})

afterAll(() => world.close())

describe('hostile frames', () => {
  const frame = fc.oneof(
    fc.constantFrom(...FRAGMENTS),
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(...FRAGMENTS).map((text) => `{"type":"hello","after":${text}}`),
    fc.constantFrom(...FRAGMENTS).map((text) => `{"type":"hello","after":null,"writes":${text}}`),
    fc.constantFrom(...FRAGMENTS).map((text) => `{"type":"hello","after":null,"more":${text}}`),
    fc.constantFrom(...FRAGMENTS).map((text) => `{"type":${text}}`),
    fc.constant('x'.repeat(20_000)),
  )

  it('close their own connection by a named reason, or are answered as the contract says', async () => {
    await fc.assert(
      fc.asyncProperty(frame, async (sent) => {
        const listener = await new Listener(host, cast.client('ada')).open()
        listener.say(sent)
        // Whoever was greeted says something unknown next, so that every connection ends.
        listener.say('{"type":"goodbye"}')
        const code = await listener.closed
        expect([LIVE_CLOSE.message_unknown, BAD_TEXT, TOO_BIG]).toContain(code)
        for (const text of listener.texts) expect(text).toMatch(/^\{"type":"(?:ready|refetch|changes)"/)
      }),
      { seed: SEED, numRuns: 80, endOnFailure: true },
    )
    const after = await new Listener(host, cast.client('ada')).hello()
    after.close()
    expect((await world.anybody().get('/health/ready')).status).toBe(200)
  })

  it('a second greeting is one too many', async () => {
    const listener = await new Listener(host, cast.client('ada')).hello()
    listener.say('{"type":"hello","after":null}')
    expect(await listener.closed).toBe(LIVE_CLOSE.message_unknown)
  })
})

describe('bytes that are no HTTP', () => {
  const requests: Record<string, string> = {
    'no request line': '\r\n\r\n\u0000\u0001\u0002\r\n\r\n',
    'a method that there is not': 'BREW /api/feed HTTP/1.1\r\nhost: a\r\n\r\n',
    'a NUL in the address': 'GET /api/\u0000 HTTP/1.1\r\nhost: a\r\n\r\n',
    'a NUL in a header': 'GET /api/feed HTTP/1.1\r\nhost: a\r\nx: \u0000\r\n\r\n',
    'no host': 'GET /api/entry HTTP/1.1\r\n\r\n',
    'headers without end': `GET /api/feed HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`,
    'two lengths':
      'POST /api/auth/sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    'a length and chunks':
      'POST /api/auth/sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'a broken chunk':
      'POST /api/auth/sign-in HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    'an address of another host':
      'GET http://elsewhere.example/api/feed HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    'a tunnel': 'CONNECT elsewhere.example:443 HTTP/1.1\r\nhost: elsewhere.example\r\n\r\n',
    'an upgrade to something else':
      'GET /api/feed HTTP/1.1\r\nhost: a\r\nconnection: upgrade, close\r\nupgrade: h2c\r\n\r\n',
    'a websocket without a key':
      'GET /api/live HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  }
  for (const [name, bytes] of Object.entries(requests)) {
    it(`${name}`, async () => {
      const answer = await sendRaw(bytes)
      expect(answer).not.toMatch(/^HTTP\/1\.1 (?:2|5)/)
      expect(answer).not.toMatch(/node_modules|Error:|\bat /)
      if (answer.includes('application/problem+json')) expect(answer).toMatch(/"code":"[a-z_]+"/)
      expect((await world.anybody().get('/health/live')).status).toBe(200)
    })
  }
})

/** Sends bytes as they are; answers everything that comes back until either side ends it. */
function sendRaw(bytes: string): Promise<string> {
  const [name = '', port = ''] = host.split(':')
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), name, () => socket.end(bytes, 'latin1'))
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

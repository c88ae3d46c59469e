import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Client, isRecord } from './api-world.ts'
import { NOBODY, type Probe, type Questions } from './world-probes.ts'
import { QUESTIONS } from './world-questions.ts'
import { maySee } from './world-rules.ts'
import { FIRST_NUMBER, openScene, type Scene } from './world-scene.ts'
import { allSecrets, findLeaks, givenTo } from './world-secrets.ts'

let scene: Scene
const AT_ONCE = 8
const PUBLIC = new Set([
  'GET /api/entry',
  'POST /api/auth/sign-up',
  'POST /api/auth/sign-in',
  'POST /api/auth/look-around',
  'POST /api/auth/sign-out',
  'POST /api/auth/reset-request',
  'POST /api/auth/reset',
  'GET /api/auth/verify',
  'GET /api/invitations/by-link/{secret}',
])
const PEOPLE = [
  'ada',
  'ben',
  'gus',
  'cal',
  'eve',
  'bix',
  'kit',
  'oda',
  'nia',
  'fay',
  'rob',
  'far',
  'nox',
  'neo',
  'clu',
  'sam',
  'hid',
]

beforeAll(async () => {
  scene = await openScene()
})

afterAll(() => scene.world.close())

it('every route of the description is asked, and no other', async () => {
  const answer = await scene.world.anybody().get('/api/openapi.json')
  const paths = isRecord(answer.body) && isRecord(answer.body['paths']) ? answer.body['paths'] : {}
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(isRecord(methods) ? methods : {}).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(Object.keys(QUESTIONS).toSorted()).toEqual(routes.toSorted())
})

describe('no answer holds a byte of what its reader may not see, and what he may not see is not there', () => {
  for (const viewer of [null, ...PEOPLE]) {
    it(`for ${viewer ?? 'nobody'}`, async () => {
      const { facts, after } = scene.cast
      const client = viewer === null ? scene.world.anybody() : scene.cast.client(viewer)
      const given = givenTo(facts, viewer)
      const secrets = allSecrets(facts)
      const seen = async (probe: Probe) => {
        const answer = await send(client, probe, after())
        const wrong = findLeaks(secrets, new Set([...given, ...(probe.gives ?? [])]), answer)
        const numbers = numbersIn(answer.body)
        expect({ ...probe, wrong, numbers }).toEqual({ ...probe, wrong: [], numbers: [] })
        return answer
      }
      for (const [route, questions] of Object.entries(QUESTIONS)) {
        const isClosed = viewer === null && !PUBLIC.has(route)
        for (const group of questions({ facts, viewer })) await expectGroup(route, group, seen, isClosed)
      }
    })
  }
})

it('whoever may see a post gets it', async () => {
  const { facts } = scene.cast
  const readers = (key: string) => PEOPLE.filter((viewer) => maySee(facts, viewer, scene.cast.postOf(key)))
  expect(readers('goes on')).toEqual(
    ['ada', 'ben', 'gus', 'cal', 'nia', 'fay', 'oda', 'neo'].toSorted(
      (a, b) => PEOPLE.indexOf(a) - PEOPLE.indexOf(b),
    ),
  )
  expect(readers('goes far')).toContain('rob')
  expect(readers('goes far')).not.toContain('far')
  expect(readers('without gus')).not.toContain('gus')
  expect(readers('enclosed')).toEqual(['ada', 'ben', 'neo'])
  expect(readers('club')).toEqual(['ada', 'gus', 'clu'])
  expect(readers('expired')).toEqual(['ada'])
})

async function expectGroup(
  route: string,
  { unknown, nothing = [], something = [], refused = [] }: Questions,
  seen: (probe: Probe) => Promise<Answer>,
  isClosed: boolean,
): Promise<void> {
  if (unknown) {
    const wanted = comparable(await seen(unknown))
    if (isClosed) expect([route, wanted.status]).toEqual([route, 401])
    else if (unknown.url.split('?')[0]?.includes(NOBODY)) expect([route, wanted.status]).toEqual([route, 404])
    await inTurns(nothing, async (probe) => {
      expect({ ...probe, ...comparable(await seen(probe)) }).toEqual({ ...probe, ...wanted })
    })
  }
  await inTurns(something, async (probe) => {
    const { status } = await seen(probe)
    expect({ ...probe, status, isDone: isClosed ? status === 401 : status < 400 }).toEqual({
      ...probe,
      status,
      isDone: true,
    })
  })
  await inTurns(refused, async (probe) => {
    const { status } = await seen(probe)
    expect({ ...probe, status, isRefused: status >= 400 && status < 500 }).toEqual({
      ...probe,
      status,
      isRefused: true,
    })
  })
}

function send(
  client: Client,
  { method, url, body }: Probe,
  headers: Record<string, string>,
): Promise<Answer> {
  return client.send(method, url, body, headers)
}

/** Everything of an answer but what tells one request from the next. */
function comparable({ status, text, headers }: Answer) {
  const { 'x-request-id': _id, date: _date, 'kith-position': _position, ...same } = headers
  return { status, text, headers: same }
}

async function inTurns(probes: readonly Probe[], act: (probe: Probe) => Promise<void>): Promise<void> {
  for (let at = 0; at < probes.length; at += AT_ONCE)
    await Promise.all(probes.slice(at, at + AT_ONCE).map(act))
}

/** Numbers of rows, which never leave the server. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return value >= FIRST_NUMBER && value < FIRST_NUMBER + 1_000 ? [value] : []
  if (!isRecord(value)) return []
  return Object.values(value).flatMap(numbersIn)
}

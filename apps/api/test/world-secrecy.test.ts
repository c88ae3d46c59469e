import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUESTIONS } from './all-questions.ts'
import { type Answer, isRecord } from './api-world.ts'
import { comparable, isPublic, rowNumbersIn, send } from './world-answers.ts'
import { NOBODY, type Probe, type Questions } from './world-probes.ts'
import { maySee } from './world-rules.ts'
import { openScene, type Scene } from './world-scene.ts'
import { allSecrets, findLeaks, givenTo, withheldBut } from './world-secrets.ts'

let scene: Scene
const AT_ONCE = 8
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
      const withheld = withheldBut(givenTo(facts, viewer), allSecrets(facts))
      const seen = async (probe: Probe) => {
        const answer = await send(client, probe, after())
        const wrong = findLeaks(withheld, answer, probe.gives)
        const numbers = rowNumbersIn(answer.body)
        expect({ ...probe, wrong, numbers }).toEqual({ ...probe, wrong: [], numbers: [] })
        return answer
      }
      for (const [route, questions] of Object.entries(QUESTIONS)) {
        const isClosed = viewer === null && !isPublic(route)
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

async function inTurns(probes: readonly Probe[], act: (probe: Probe) => Promise<void>): Promise<void> {
  for (let at = 0; at < probes.length; at += AT_ONCE)
    await Promise.all(probes.slice(at, at + AT_ONCE).map(act))
}

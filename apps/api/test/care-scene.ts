import { Care, type CareReasonKind, Circles, Notifications, OpenedThread, TieCare } from '@kith/contract'
import { afterEach } from 'vitest'
import { type Answer, expectBody, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

const DAY_MS = 86_400_000

/** ben – me – eve, as the days go by. */
export type CareScene = ReturnType<typeof createScene>

/** Gives each test of a file new people, and the clock of that moment back when it is over. */
export function openCareWorld(take: (scene: CareScene) => void): void {
  let scene: CareScene | undefined
  openSmallWorld(['ben – me – eve'], (cast, world) => {
    scene = createScene(cast, world)
    take(scene)
  })
  afterEach(() => scene?.later(0))
}

function createScene(cast: Cast, world: World) {
  const start = world.clock.at
  const tieOf = (other: string, by = 'me') => cast.facts.ties.get(pairOf(by, other)) ?? ''
  const keyOf = (id: string) =>
    [...cast.facts.people.values()].find(({ client }) => client.me.id === id)?.key ?? 'nobody'
  const post = (key: string) => `/api/recommendations/${cast.postOf(key).id}`

  const send = async (
    method: 'PUT' | 'DELETE' | 'PATCH' | 'POST',
    url: string,
    body?: unknown,
    by = 'me',
  ): Promise<Answer> => {
    const answer = await cast.client(by).send(method, url, body, cast.after())
    return answer.status < 300 ? cast.done(answer) : answer
  }
  const care = () => cast.client('me').read(Care, '/api/care')
  return {
    cast,
    world,
    tieOf,
    keyOf,
    post,
    send,
    care,
    /** So many days after the ties began. */
    later: (days: number): void => {
      world.clock.at = new Date(start.getTime() + days * DAY_MS)
    },
    dayAfter: (days: number) => new Date(start.getTime() + days * DAY_MS).toISOString().slice(0, 10),
    careOf: (other: string) => cast.client('me').read(TieCare, `/api/ties/${tieOf(other)}/care`),
    spoke: (other: string, body: object = {}) => send('PUT', `/api/ties/${tieOf(other)}/spoke`, body),
    unsay: (other: string) => send('DELETE', `/api/ties/${tieOf(other)}/spoke`),
    answer: (other: string, said: 'same' | 'later') =>
      send('PUT', `/api/ties/${tieOf(other)}/closeness-question`, { answer: said }),
    askAgain: (other: string) => send('DELETE', `/api/ties/${tieOf(other)}/closeness-question`),
    closeness: (other: string, closeness: number, by = 'me') =>
      send('PATCH', `/api/ties/${tieOf(other, by)}`, { closeness }, by),

    /** Puts ties into one of the ready-made circles, with a rhythm. */
    rhythm: async (days: number | null, others: readonly string[], kind = 'friends'): Promise<void> => {
      const { circles } = await cast.client('me').read(Circles, '/api/circles')
      const id = circles.find((one) => one.kind === kind)?.id
      await send('PATCH', `/api/circles/${id}`, { rhythm: days })
      await send('PATCH', `/api/circles/${id}/members`, { add: others.map((one) => tieOf(one)), remove: [] })
    },
    write: async (by: string, other: string): Promise<void> => {
      const opened = await send('POST', `/api/ties/${tieOf(other, by)}/thread`, undefined, by)
      const { id } = expectBody(OpenedThread, opened)
      await send('POST', `/api/threads/${id}/messages`, { text: 'Do you have a minute?' }, by)
    },
    address: (key: string, by: string, to: string) =>
      send('POST', `${post(key)}/address`, { to: cast.client(to).me.id }, by),
    pass: (key: string, by: string, to: string) =>
      send('POST', `${post(key)}/pass`, { to: cast.client(to).me.id, sentence: null }, by),
    comment: (key: string, by: string) => send('POST', `${post(key)}/comments`, { text: 'Well said.' }, by),
    thank: (key: string, by: string) => send('POST', `${post(key)}/thanks`, {}, by),
    remember: (key: string, by: string) => send('PUT', `${post(key)}/remember`, { reason: null }, by),
    helped: (key: string, by: string) => send('PUT', `${post(key)}/outcome`, { outcome: 'helped' }, by),

    /** Whom I could turn to, with why. */
    due: async (): Promise<[string, CareReasonKind[]][]> =>
      (await care()).due.map(({ person, reasons }) => [
        keyOf(person.id),
        reasons.map(({ reason }) => reason),
      ]),
    /** Of whom I am asked how close we are. */
    asked: async () => (await care()).asked.map(({ person }) => keyOf(person.id)),
    /** Of whom I am told, why, and since when. */
    nudges: async (): Promise<[string, CareReasonKind | undefined, string][]> => {
      const { notifications } = await cast.client('me').read(Notifications, '/api/notifications')
      return notifications.flatMap(({ lines }) =>
        lines.flatMap(({ reason, person, care: why, at }): [string, CareReasonKind | undefined, string][] =>
          reason === 'care' && person.shown === 'tie' ? [[keyOf(person.id), why, at]] : [],
        ),
      )
    },
  }
}

import {
  ForMe,
  History,
  type NotificationLine,
  Notifications,
  ReadRecommendation,
  type ShownPerson,
} from '@kith/contract'
import { type Answer, expectBody, type World } from './api-world.ts'
import { createCast } from './world-cast.ts'
import { recommendationOf, token, type Wish } from './world-words.ts'

/** Those who might read what I say. */
export const READERS = ['ben', 'cal', 'gus', 'dan', 'eli', 'sam']

export type JobScene = Awaited<ReturnType<typeof playJobScene>>

/**
 * I put Ben forward for a job, to all my ties but Gus. Cal brings it on to Dan, who knows Ben, and to Eli, who does not; Sam
 * is a stranger.
 */
export async function playJobScene(world: World) {
  const cast = createCast(world)
  for (const key of ['me', ...READERS]) await cast.person(key)
  for (const key of ['ben', 'cal', 'gus']) await cast.tie('me', key)
  await cast.tie('cal', 'dan')
  await cast.tie('cal', 'eli')
  await cast.tie('ben', 'dan')

  const putForward = (wish: Wish = {}) =>
    cast.post(token(), 'me', { all: true, excepted: ['gus'], onward: 1, candidate: 'ben', ...wish })

  const send = (
    by: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
  ) => cast.client(by).send(method, url, body, cast.after())

  const tryRead = (by: string) => send(by, 'GET', `/api/recommendations/${scene.job.id}`)

  const read = async (by: string) => expectBody(ReadRecommendation, await tryRead(by)).voice

  const change = async (wish: object) =>
    cast.done(await send('me', 'PATCH', `/api/recommendations/${scene.job.id}`, wish))

  const tryAnswer = (by: string, agreed: boolean, asked = world.clock.at.toISOString()) =>
    send(by, 'PUT', `/api/recommendations/${scene.job.id}/candidacy`, { agreed, asked })

  const sayYes = () => cast.answer(scene.job.key, true)

  const newWords = () => ({ words: recommendationOf({ candidate: 'ben' }, { form: 'notebook' }).words })

  /** Time passes between what people do. */
  const later = (): void => {
    world.clock.at = new Date(world.clock.at.getTime() + 1_000)
  }

  const readers = async (): Promise<string[]> => {
    const answers = await Promise.all(READERS.map(tryRead))
    return READERS.filter((_, at) => answers[at]?.status === 200)
  }

  /** Where else somebody comes upon the post, or anything that it says. */
  const comesUponIt = async (by: string): Promise<string[]> => {
    const [title = ''] = scene.job.words
    const urls = [
      '/api/feed',
      `/api/subjects/${scene.job.subject}`,
      `/api/search?q=${title}`,
      `/api/subjects/suggest?q=${title}`,
      `/api/people/${cast.client('me').me.handle}`,
      '/api/notifications',
      '/api/for-me',
      `/api/recommendations/${scene.job.id}/why`,
      `/api/recommendations/${scene.job.id}/history`,
      `/api/recommendations/${scene.job.id}/comments`,
    ]
    const answers = await Promise.all(urls.map((url) => send(by, 'GET', url)))
    const isTold = (answer: Answer | undefined) =>
      [scene.job.id, scene.job.subject, ...scene.job.words].some((one) => answer?.text.includes(one))
    return urls.filter((_, at) => isTold(answers[at]))
  }

  const nameOf = (person: ShownPerson): string => {
    if (!('handle' in person)) return person.shown
    const found = [...cast.facts.people.values()].find(({ client }) => client.me.handle === person.handle)
    return `${person.shown} ${found?.key}`
  }

  const toldTo = async (by: string): Promise<string[]> => {
    const { notifications } = expectBody(Notifications, await send(by, 'GET', '/api/notifications'))
    const inWords = ({ reason, person }: NotificationLine) => `${reason} ${nameOf(person)}`
    return notifications.flatMap(({ lines }) => lines.map(inWords))
  }

  /** What stands under "for me", with whether he agreed. */
  const askedOf = async (by: string): Promise<[string, boolean | undefined][]> => {
    const { items } = expectBody(ForMe, await send(by, 'GET', '/api/for-me'))
    return items.map(({ reason, voice }) => [reason, voice.candidate?.agreed])
  }

  const wordsBefore = async (by: string): Promise<(string | null)[]> => {
    const answer = await send(by, 'GET', `/api/recommendations/${scene.job.id}/history`)
    return expectBody(History, answer).edits.map(({ words }) => words.why)
  }

  const scene = { job: await putForward() }
  return Object.assign(scene, {
    cast,
    nameOf,
    putForward,
    send,
    tryRead,
    read,
    change,
    tryAnswer,
    sayYes,
    newWords,
    later,
    readers,
    comesUponIt,
    toldTo,
    askedOf,
    wordsBefore,
  })
}

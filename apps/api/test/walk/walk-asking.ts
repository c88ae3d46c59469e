import { QUESTIONS } from '../all-questions.ts'
import { type Answer, isRecord } from '../api-world.ts'
import { comparable, isPublic, rowNumbersIn, send } from '../world-answers.ts'
import type { KnownPost } from '../world-facts.ts'
import { get, NOBODY, type Probe, type Questions } from '../world-probes.ts'
import { isGranted, type Reading } from './walk-grants.ts'
import { wrongNumbers } from './walk-numbers.ts'
import type { Judge } from './walk-oracle.ts'
import { WALKED } from './walk-routes.ts'
import { describeSecret, type Secrets, secretsOf, textsIn } from './walk-secrets.ts'
import { anyOf, livePosts, type Walked } from './walk-state.ts'

/** How somebody asks one route, and what a test must say of the answers. */
export interface Asking {
  readonly walked: Walked
  readonly judge: Judge
  readonly route: string
  readonly viewer: string | undefined
  readonly caughtUp: boolean
  /** Rather about this post than about another one. */
  readonly about: KnownPost | undefined
}

export interface Asked {
  /** Everything that was wrong with what came, in words. */
  readonly wrong: string[]
  readonly urls: string[]
}

/** Asks a route as an outsider would: for something that is there for him, for what is not, and for what nobody has. */
export async function askAsOutsider(asking: Asking): Promise<Asked> {
  const { walked, route, viewer } = asking
  const { facts, dice } = walked
  const groups = [...(QUESTIONS[route]?.({ facts, viewer: viewer ?? null }) ?? []), ...moreQuestions(asking)]
  const group = anyOf(dice, groups)
  return group === undefined ? { wrong: [], urls: [] } : askGroup(asking, group)
}

async function askGroup(asking: Asking, group: Questions): Promise<Asked> {
  const { walked, route, viewer, caughtUp } = asking
  const isClosed = viewer === undefined && !isPublic(route)
  const secrets = secretsOf(walked)
  const asked: Asked = { wrong: [], urls: [] }
  const { wrong, urls } = asked
  const ask = async (probe: Probe, isRight: (answer: Answer) => boolean) => {
    urls.push(probe.url)
    const answer = await askOnce(asking, probe)
    wrong.push(...leaksOf(asking, secrets, probe, answer))
    if (!isRight(answer))
      wrong.push(`${probe.method} ${probe.url} answered ${answer.status} ${answer.text.slice(0, 200)}`)
    return answer
  }
  const isDone = ({ status }: Answer) => (isClosed ? status === 401 : status < 400 || !caughtUp)
  const isRefused = ({ status }: Answer) => status >= 400 && status < 500
  const pick = (of: readonly Probe[] = []) => anyProbe(asking, of)
  const something = pick(group.something?.filter(({ method }) => method === 'GET'))
  const refused = pick(group.refused)
  const { unknown } = group
  const nothing = unknown && pick(group.nothing)
  await Promise.all([something && ask(something, isDone), refused && ask(refused, isRefused)])
  if (unknown === undefined || nothing === undefined) return asked
  const isUnknown = ({ status }: Answer) => !unknown.url.includes(NOBODY) || status === (isClosed ? 401 : 404)
  // First what is not there for him: asking for what was never there makes the engine catch up.
  const told = await ask(nothing, ({ status }) => status < 500)
  const wanted = await ask(unknown, isUnknown)
  if (JSON.stringify(comparable(told)) !== JSON.stringify(comparable(wanted)))
    wrong.push(
      `${nothing.url} answered ${told.status} ${told.text}, ${unknown.url} ${wanted.status} ${wanted.text}`,
    )
  return asked
}

function askOnce({ walked, viewer, caughtUp }: Asking, probe: Probe): Promise<Answer> {
  const client = viewer === undefined ? walked.world.anybody() : walked.cast.client(viewer)
  return send(client, probe, caughtUp ? walked.cast.after() : {})
}

/** What an answer holds that its reader may not know: texts, numbers of rows, and counts. */
function leaksOf(asking: Asking, secrets: Secrets, { url }: Probe, answer: Answer): string[] {
  const { route } = asking
  const reading: Reading = { ...asking, url: url.split('?')[0] ?? '' }
  const holds = WALKED[route]?.holds ?? []
  const leaked = [...textsIn(answer)].flatMap((text) => {
    const whose = secrets.get(text) ?? []
    const isKnown = whose.length === 0 || whose.some((secret) => isGranted(holds, secret, reading))
    return isKnown ? [] : [`${url} told ${whose.map(describeSecret).join(', ')} (${text})`]
  })
  const rows = rowNumbersIn(answer.body).map((no) => `${url} told the number of a row, ${no}`)
  return [...leaked, ...rows, ...wrongNumbers(answer.body, reading).map((what) => `${url} told ${what}`)]
}

function anyProbe({ walked, about }: Asking, of: readonly Probe[]): Probe | undefined {
  const wanted = about ? of.filter(({ url }) => url.includes(about.id) || url.includes(about.subject)) : []
  return anyOf(walked.dice, wanted.length > 0 ? wanted : of)
}

// What the scene's questions leave out because it needs to know what is heard: of a tie, however strong.
function moreQuestions({ walked, judge, route, viewer }: Asking): Questions[] {
  if (route !== 'GET /api/subjects/{id}' || viewer === undefined) return []
  // Offers stand on no subject page.
  const heard = livePosts(walked).filter(
    (post) =>
      judge.tied(viewer, post.author) &&
      judge.hears(viewer, post) &&
      walked.said.get(post.key)?.interest !== 'paid',
  )
  return [{ something: heard.map(({ subject }) => get(`/api/subjects/${subject}`)) }]
}

/** Every operation of the description, as `GET /api/feed`. */
export async function routesDescribed({ world }: Walked): Promise<string[]> {
  const { body } = await world.anybody().get('/api/openapi.json')
  const paths = isRecord(body) && isRecord(body['paths']) ? body['paths'] : {}
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(isRecord(methods) ? methods : {}).map((method) => `${method.toUpperCase()} ${path}`),
  )
}

import { AskedIntroduction, BrokeredIntroduction } from '@kith/contract'
import { ask } from './asking.ts'
import { askFor } from './asks.ts'
import type { Visit } from './hosted.ts'
import { join, type Person, read, recommend, tie } from './people.ts'
import { expect } from './visits.ts'

/** Somebody who is asked for an introduction, asked one, was offered one, and brought two together. */
export interface Introducing {
  broker: Person
  asker: Person
}

/** Makes them anew. */
export async function makeIntroducing(visit: Visit): Promise<Introducing> {
  const broker = await join(await visit(), 'Berta')
  const [asker, clara, dora, emil] = [
    await join(await visit(), 'Anton'),
    await join(await visit(), 'Clara'),
    await join(await visit(), 'Dora'),
    await join(await visit(), 'Emil'),
  ]
  for (const other of [asker, clara, dora]) await tie(broker, other)
  await tie(dora, emil)
  await askForIntroduction(asker, broker, 'craftsman', 'An electrician who comes to old houses')
  const open = await askForIntroduction(
    clara,
    broker,
    'job',
    'Somebody who knows how it is to work on the railway',
  )
  await offer(broker, open, dora, 'Clara plays the viola as you do')
  await askForIntroduction(broker, dora, 'film', 'Somebody to go to the cinema with')
  const met = await bring(broker, [asker, clara], 'business')
  for (const one of [asker, clara]) await send(one, 'PUT', `/${met}/answer`, { answer: 'yes' })
  await askFor(asker, 'Who mends old stoves?')
  await recommend(dora, 'Stove fitter Aigner')
  await bring(dora, [broker, emil], 'place')
  const never = await bring(dora, [broker, emil], 'shop')
  await send(broker, 'PUT', `/${never}/answer`, { answer: 'never' })
  return { broker, asker }
}

/** Whoever was asked thinks of one of his ties. */
export function offer(broker: Person, introduction: string, { me }: Person, line: string): Promise<void> {
  return send(broker, 'POST', `/${introduction}/offer`, { person: me.id, line })
}

async function send(
  { page }: Person,
  method: 'POST' | 'PUT',
  path: string,
  data: Record<string, unknown>,
): Promise<void> {
  const answer = await ask(page, method, `/api/introductions${path}`, data)
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Asks a tie for somebody of a kind; answers the id. */
export async function askForIntroduction(
  { page }: Person,
  broker: Person,
  kind: string,
  words: string,
): Promise<string> {
  const answer = await ask(page, 'POST', '/api/introductions', { broker: broker.me.id, kind, words })
  return (await read(AskedIntroduction, answer)).id
}

async function bring({ page }: Person, people: readonly Person[], kind: string): Promise<string> {
  const sides = people.map(({ me }) => ({ person: me.id, line: `For ${me.name} this could be just right` }))
  const answer = await ask(page, 'POST', '/api/introductions/brought', { kind, sides })
  return (await read(BrokeredIntroduction, answer)).id
}

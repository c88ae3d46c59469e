import { AskedIntroduction, BrokeredIntroduction } from '@kith/contract'
import { ask } from './asking.ts'
import { askFor as askAll } from './asks.ts'
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
  await askFor(asker, broker, 'craftsman', 'An electrician who comes to old houses')
  const open = await askFor(clara, broker, 'job', 'Somebody who knows how it is to work on the railway')
  await send(broker, 'POST', `/${open}/offer`, {
    person: dora.me.id,
    line: 'Clara plays the viola as you do',
  })
  await askFor(broker, dora, 'film', 'Somebody to go to the cinema with')
  const met = await bring(broker, [asker, clara], 'business')
  for (const one of [asker, clara]) await send(one, 'PUT', `/${met}/answer`, { answer: 'yes' })
  await askAll(asker, 'Who mends old stoves?')
  await recommend(dora, 'Stove fitter Aigner')
  await bring(dora, [broker, emil], 'place')
  const never = await bring(dora, [broker, emil], 'shop')
  await send(broker, 'PUT', `/${never}/answer`, { answer: 'never' })
  return { broker, asker }
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

async function askFor({ page }: Person, broker: Person, kind: string, words: string): Promise<string> {
  const answer = await ask(page, 'POST', '/api/introductions', { broker: broker.me.id, kind, words })
  return (await read(AskedIntroduction, answer)).id
}

async function bring({ page }: Person, people: readonly Person[], kind: string): Promise<string> {
  const sides = people.map(({ me }) => ({ person: me.id, line: `For ${me.name} this could be just right` }))
  const answer = await ask(page, 'POST', '/api/introductions/brought', { kind, sides })
  return (await read(BrokeredIntroduction, answer)).id
}

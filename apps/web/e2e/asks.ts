import { ReadAsk } from '@kith/contract'
import { asking, plainWish } from '@kith/testkit/plain-post'
import type { Page } from '@playwright/test'
import { ask } from './asking.ts'
import type { Visit } from './hosted.ts'
import { join, type Person, read, recommend, tie } from './people.ts'

/** Somebody who asks, and a tie of hers who answered one of her asks and may answer another. */
export interface Asking {
  asker: Person
  helper: Person
  answered: string
  open: string
}

/** Makes them anew. */
export async function makeAsking(visit: Visit): Promise<Asking> {
  const [asker, helper] = [await join(await visit(), 'Agnes'), await join(await visit(), 'Hans')]
  await tie(asker, helper)
  const [given, other] = [
    await recommend(helper, 'Joiner Anzengruber'),
    await recommend(helper, 'Joiner Resch'),
  ]
  const answered = await askFor(asker, 'Who mends old windows?')
  const open = await askFor(asker, 'Who builds stairs?')
  for (const post of [given.post, other.post])
    await read(ReadAsk, await ask(helper.page, 'PUT', `/api/asks/${answered}/answers/${post}`, {}))
  const result = { solved: true, through: given.post }
  await read(ReadAsk, await ask(asker.page, 'PUT', `/api/asks/${answered}/result`, result))
  return { asker, helper, answered, open }
}

/** Asks all ties for a craftsman. */
export async function askFor({ page }: Person, title: string): Promise<string> {
  const wish = { ...plainWish('craftsman', title), words: 'Eight of them.', place: 'Graz', urgent: true }
  return (await read(ReadAsk, await ask(page, 'POST', '/api/asks', asking({ wish })))).ask.post
}

/** Sends an ask too early, of a kind that has fields of its own. */
export async function askTooEarly(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('group').first().getByRole('button').nth(6).click()
  await dialog.getByRole('button').last().click()
  await dialog.getByRole('alert').first().waitFor()
}

import { AskLink, ReadAsk } from '@kith/contract'
import { asking, plainWish } from '@kith/testkit/plain-post'
import type { Page } from '@playwright/test'
import { type Place, places } from './arriving.ts'
import { ask } from './asking.ts'
import type { Visit } from './hosted.ts'
import { join, type Person, read, recommend, tie } from './people.ts'
import { pressKnob } from './pressing.ts'
import { expect } from './visits.ts'

/** Somebody who asks, and a tie of hers who answered one of her asks and may answer another. */
export interface Asking {
  asker: Person
  helper: Person
  answered: string
  open: string
  /** Of the link to the ask that is open, by which a guest answered. */
  secret: string
}

/** Anna knows Ben, and Ben knows Cleo: she is two rings away. */
export async function joinInARow(visit: Visit): Promise<{ anna: Person; ben: Person; cleo: Person }> {
  const anna = await join(await visit(), 'Anna')
  const ben = await join(await visit(), 'Ben')
  const cleo = await join(await visit(), 'Cleo')
  await tie(anna, ben)
  await tie(ben, cleo)
  return { anna, ben, cleo }
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
  const directly = `/api/asks/${open}/asked/${helper.me.id}`
  expect((await ask(asker.page, 'PUT', directly, {})).status()).toBe(204)
  const result = { solved: true, through: given.post }
  await read(ReadAsk, await ask(asker.page, 'PUT', `/api/asks/${answered}/result`, result))
  const { secret } = await read(AskLink, await ask(asker.page, 'POST', `/api/asks/${open}/link`))
  await ask(asker.page, 'POST', `/api/ask-links/${secret}/answers`, BY_GUEST)
  return { asker, helper, answered, open, secret: secret ?? '' }
}

const BY_GUEST = {
  ...{ title: 'Stairs by Pichler', place: 'Weiz', why: 'They do not creak.', interest: 'connected' },
  ...{ interestWords: 'My cousin built them.', link: 'https://pichler.example.org/', contact: '03172 1234' },
  ...{ name: 'Wanda', language: 'en' },
}

/** Answers by a link, or tries to without a word. */
function answerAsGuest(words: string | null) {
  return async (page: Page): Promise<void> => {
    const form = page.locator('form')
    if (words !== null) {
      await form.getByRole('textbox').first().fill(words)
      await form.locator('textarea').fill(words)
    }
    await form
      .getByRole('radio')
      .nth(words === null ? 1 : 0)
      .check({ force: true })
    await form.locator('[type=submit]').click()
    await (words === null ? page.getByRole('alert').first() : page.getByRole('status').first()).waitFor()
  }
}

/** Is about to take the link of an ask back. */
async function takeLinkBack(page: Page): Promise<void> {
  const wordsAlone = page
    .getByRole('main')
    .getByRole('button')
    .filter({ hasNot: page.locator('svg') })
  await wordsAlone.last().click()
  await page.getByRole('dialog').waitFor()
}

/** Lets a browser keep what somebody answered in it as a guest. */
export async function keepAnswer(page: Page): Promise<void> {
  await page.goto('/sign-in')
  const kept = JSON.stringify([{ claim: 'x'.repeat(43), title: 'Stairs by Pichler', asker: 'Agnes' }])
  await page.evaluate((value) => localStorage.setItem('kith.guest-answers', value), kept)
}

/** Asks all ties for a craftsman, and theirs. */
export async function askFor(
  { page }: Person,
  title: string,
  place: string | null = 'Graz',
): Promise<string> {
  const wish = { ...plainWish('craftsman', title), words: 'Eight of them.', place, urgent: true }
  return (await read(ReadAsk, await ask(page, 'POST', '/api/asks', asking({ wish })))).ask.post
}

/** Sends an ask too early, of a kind that has fields of its own. */
async function askTooEarly(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('group').first().getByRole('button').nth(6).click()
  await dialog.getByRole('button').last().click()
  await dialog.getByRole('alert').first().waitFor()
}

/** Whoever asks, and was answered. */
export function ofAsker({ answered, open }: Asking): Place[] {
  return places([
    ['asks', '/asks'],
    ['ask-empty', '/circles?sheet=ask'],
    ['ask-refused', '/circles?sheet=ask', askTooEarly],
    ['ask-own', `/asks/${open}`],
    ['ask-answered', `/asks/${answered}`],
    ['ask-delete', `/asks/${open}`, pressKnob(-1)],
    ['ask-link-back', `/asks/${open}`, takeLinkBack],
  ])
}

/** The bearer of a link. */
export function ofGuest({ secret }: Asking): Place[] {
  return places([
    ['ask-by-link', `/ask/${secret}`],
    ['ask-by-link-refused', `/ask/${secret}`, answerAsGuest(null)],
    ['ask-by-link-sent', `/ask/${secret}`, answerAsGuest('Pichler')],
    ['ask-by-link-dead', `/ask/${'x'.repeat(43)}`],
  ])
}

/** Whoever is asked. */
export function ofHelper({ answered, open }: Asking): Place[] {
  return places([
    ['asks-heard', '/asks'],
    ['ask-heard', `/asks/${open}`],
    ['ask-over', `/asks/${answered}`],
    ['ask-why', `/asks/${open}?sheet=why-ask&of=${open}`],
    ['asked-directly', '/for-me'],
    ['asked-notified', '/notifications'],
    ['answer', `/circles?sheet=answer&of=${open}`],
    ['answer-anew', `/circles?sheet=answer-anew&of=${open}`],
  ])
}

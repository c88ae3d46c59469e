import { Invitation, OwnAskable, TieRequests, Ties } from '@kith/contract'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { ask } from './asking.ts'
import {
  addressTo,
  comment,
  join,
  leaveOut,
  letDown,
  type Person,
  read,
  recommend,
  sayAlike,
  tie,
  writeTo,
} from './people.ts'
import { expect } from './visits.ts'

/** Opens a page in a browser of its own. */
export type Visit = (options?: BrowserContextOptions) => Promise<Page>

/** Somebody who has a tie, with what each made, a request to answer, and somebody to confirm. */
export interface Hosted {
  host: Person
  secret: string
  request: string
  toConfirm: string
  tie: string
  guest: string
  /** What she wants to find again. */
  heard: string
  post: string
  /** What she said to be about the same as another. */
  moved: string
  /** Where her guest wrote to her last. */
  thread: string
}

/** Makes them anew. */
export async function makeHosted(visit: Visit): Promise<Hosted> {
  const host = await join(await visit(), 'Mira')
  const guest = await join(await visit(), 'Gustav')
  const newcomer = await join(await visit(), 'Ulla')
  await tie(guest, host)
  const lerch = await recommend(guest, 'Guesthouse Lerch')
  await letDown(host, lerch.post, 'The windows do not close.')
  await addressTo(guest, host, lerch.post)
  const { post } = await recommend(host, 'Bakery Lux')
  await letDown(guest, post, 'Closed on Mondays, too.')
  await comment(guest, post)
  await ask(guest.page, 'POST', `/api/recommendations/${post}/thanks`, {
    words: 'We go there every Saturday now.',
  })
  for (const { page } of [guest, host]) await sayAskable(page)
  // Said of the same by two, once still to be asked and once answered.
  await recommend(guest, 'Bakery Lux')
  const moved = await recommend(host, 'Tailor Finke')
  await sayAlike(host, moved.post, await recommend(guest, 'Tailor Finke'))
  await recommend(host, 'Only a note', { audience: { form: 'notebook' }, onward: 0, interest: null })
  await ask(host.page, 'PUT', `/api/recommendations/${lerch.post}/remember`, { reason: 'For a long weekend' })
  await ask(newcomer.page, 'POST', '/api/ties/requests', { handle: host.me.handle })
  const accepted = await invite(host, [])
  const invited = await join(newcomer.page, 'Vera')
  const answer = await ask(invited.page, 'POST', `/api/invitations/by-link/${accepted}/accept`, {
    closeness: null,
    circles: [],
  })
  expect(answer.status()).toBe(201)
  await leaveOut(host, invited, post)
  await ask(host.page, 'POST', '/api/me/to-invite', { names: ['Paula Moser', 'Jörg Müller'] })
  await writeTo(host, guest, 'Did the train wait for you?')
  const thread = await writeTo(guest, host, 'It did, and I slept until Linz.')
  const { ties } = await read(Ties, await ask(host.page, 'GET', '/api/ties'))
  const { incoming } = await read(TieRequests, await ask(host.page, 'GET', '/api/ties/requests'))
  return {
    host,
    secret: await invite(host, [post]),
    request: first(incoming).id,
    toConfirm: first(ties.filter((one) => one.awaitsConfirmation)).id,
    tie: first(ties.filter((one) => !one.awaitsConfirmation)).id,
    guest: guest.me.handle,
    heard: lerch.post,
    post,
    moved: moved.post,
    thread,
  }
}

/** Says what one can be asked about, to all ties. */
export async function sayAskable(page: Page): Promise<OwnAskable> {
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  const data = { kind: 'craftsman', place: 'Linz', words: 'Old windows', audience }
  return read(OwnAskable, await ask(page, 'POST', '/api/me/askable', data))
}

/** Invites somebody; answers the secret of the link. */
export async function invite({ page }: Person, enclosures: string[]): Promise<string> {
  const data = {
    note: 'You always ask me for bakers.',
    enclosures,
    circles: [],
    closeness: 3,
    sittingTogether: false,
  }
  const answer = await ask(page, 'POST', '/api/invitations', data)
  const { secret } = await read(Invitation, answer)
  if (secret === null) throw new Error('an invitation without a secret')
  return secret
}

/** The first of some; fails where there is none. */
export function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('nothing of this kind is there')
  return item
}

import { randomUUID } from 'node:crypto'
import { FeedPage, Invitation, TieRequests, Ties, type Voice } from '@kith/contract'
import type { BrowserContextOptions, Page, Request } from '@playwright/test'
import { join, lookAround, type Person, read, recommend, tie } from './people.ts'
import { expect } from './visits.ts'

type Visit = (options?: BrowserContextOptions) => Promise<Page>
type Visitor = 'nobody' | 'newcomer' | 'host' | 'villager'

/** Somewhere in the app: an address, and what has to be pressed there. Words of one language occur nowhere. */
export interface Place {
  name: string
  who: Visitor
  path: string
  open?: (page: Page) => Promise<void>
}

/** Everywhere one can be, and the cookies of whoever sees it. */
export interface World {
  places: Place[]
  cookies: Record<Visitor, BrowserContextOptions>
}

/**
 * Makes three people besides nobody at all: a newcomer without any tie; a host with a request to answer, somebody to
 * confirm and recommendations of her own; and a villager, who hears much. Nothing that the tests do there changes it.
 */
export async function makeWorld(visit: Visit): Promise<World> {
  const newcomer = await join(await visit(), 'Nele')
  const host = await join(await visit(), 'Mira')
  const guest = await join(await visit(), 'Gustav')
  const villager = await lookAround(await visit(), 'johanna')
  const hosted = await furnish(host, { guest, newcomer: await join(await visit(), 'Ulla') })
  const heard = await voicesOf(villager)
  const cookiesOf = async ({ page }: Person) => ({ storageState: await page.context().storageState() })
  return {
    places: [...outside(hosted), ...ofNewcomer(), ...ofHost(hosted), ...ofVillager(heard)],
    cookies: {
      nobody: {},
      newcomer: await cookiesOf(newcomer),
      host: await cookiesOf(host),
      villager: await cookiesOf(villager),
    },
  }
}

interface Hosted {
  secret: string
  request: string
  toConfirm: string
  tie: string
  guest: string
  post: string
}

async function furnish(
  host: Person,
  { guest, newcomer }: { guest: Person; newcomer: Person },
): Promise<Hosted> {
  await tie(guest, host)
  await recommend(guest, 'Guesthouse Lerch')
  const { post } = await recommend(host, 'Bakery Lux')
  await recommend(host, 'Only a note', { audience: { form: 'notebook' }, onward: 0, interest: null })
  await newcomer.page.request.post('/api/ties/requests', {
    data: { handle: host.me.handle },
    headers: { 'idempotency-key': randomUUID() },
  })
  const accepted = await invite(host, [])
  const invited = await join(newcomer.page, 'Vera')
  const answer = await invited.page.request.post(`/api/invitations/by-link/${accepted}/accept`, {
    data: { closeness: null, circles: [] },
    headers: { 'idempotency-key': randomUUID() },
  })
  expect(answer.status()).toBe(201)
  const { ties } = await read(Ties, await host.page.request.get('/api/ties'))
  const { incoming } = await read(TieRequests, await host.page.request.get('/api/ties/requests'))
  return {
    secret: await invite(host, [post]),
    request: first(incoming).id,
    toConfirm: first(ties.filter((one) => one.awaitsConfirmation)).id,
    tie: first(ties.filter((one) => !one.awaitsConfirmation)).id,
    guest: guest.me.handle,
    post,
  }
}

async function invite({ page }: Person, enclosures: string[]): Promise<string> {
  const data = {
    note: 'You always ask me for bakers.',
    enclosures,
    circles: [],
    closeness: 3,
    sittingTogether: false,
  }
  const answer = await page.request.post('/api/invitations', {
    data,
    headers: { 'idempotency-key': randomUUID() },
  })
  const { secret } = await read(Invitation, answer)
  if (secret === null) throw new Error('an invitation without a secret')
  return secret
}

function outside({ secret }: Hosted): Place[] {
  return places('nobody', [
    ['sign-in', '/sign-in'],
    ['sign-up', '/sign-up'],
    ['sign-up refused', '/sign-up', (page) => page.locator('form button').click()],
    ['reset', '/reset'],
    ['new-password', '/reset/abc'],
    ['invitation', `/invitation/${secret}`, (page) => page.locator('summary').click()],
    ['invitation-dead', `/invitation/${'x'.repeat(43)}`],
    ['first-person', `/first/${'x'.repeat(43)}`],
    ['missing', '/nowhere'],
  ])
}

function ofNewcomer(): Place[] {
  return places('newcomer', [
    ['first-day', '/'],
    ['people-none', '/people'],
    ['invitations-none', '/invitations'],
    ['me-none', '/me'],
    ['notebook-none', '/notebook'],
    ['person-missing', '/people/nobody-of-this-name'],
  ])
}

function ofHost({ secret, request, toConfirm, tie: known, guest, post }: Hosted): Place[] {
  return places('host', [
    ['feed-with-question', '/'],
    ['invitation-own', `/invitation/${secret}`],
    ['people-open-requests', '/people'],
    ['person', `/people/${guest}`],
    ['person-end', `/people/${guest}`, pressKnob(2)],
    ['person-block', `/people/${guest}`, pressKnob(3)],
    ['accept-tie', `/people?sheet=accept&of=${request}`],
    ['confirm-person', `/people?sheet=sort&of=${toConfirm}`],
    ['sort-tie', `/people?sheet=sort&of=${known}`],
    ['request-tie', '/people?sheet=request'],
    ['invite', '/people?sheet=invite'],
    ['invitations', '/invitations'],
    ['me', '/me'],
    ['notebook', '/notebook'],
    ['settings', '/settings'],
    ['own-recommendation', `/recommendations/${post}`],
    ['own-delete', `/recommendations/${post}`, pressKnob(2)],
    ['own-edit', `/recommendations/${post}?sheet=edit&of=${post}`],
  ])
}

function ofVillager(heard: Voice[]): Place[] {
  const near = first(heard.filter(({ chain }) => chain?.beyond.length === 0))
  const middle = first(heard.filter(({ chain }) => chain?.beyond.length === 1))
  const far = first(heard.filter(({ chain }) => chain?.beyond.length === 2))
  return places('villager', [
    ['feed', '/'],
    ['why-near', `/circles?sheet=why&of=${near.post}`],
    ['why-middle', `/circles?sheet=why&of=${middle.post}`],
    ['why-far', `/circles?sheet=why&of=${far.post}`],
    ['composer-empty', '/circles?sheet=recommend'],
    ['composer-typing', '/circles?sheet=recommend', (page) => page.getByRole('combobox').fill('Ba')],
    ['composer', '/circles?sheet=recommend', writeAndSendTooEarly],
    ['composer-audience', '/circles?sheet=recommend', openAudience],
    ['subject', `/subjects/${middle.subject.id}`],
    ['recommendation', `/recommendations/${middle.post}`],
    ['people', '/people'],
    ['circles', '/circles'],
    ['circle', '/circles', (page) => page.getByRole('main').getByRole('listitem').first().click()],
    ['keys', '/circles?sheet=keys'],
  ])
}

type Row = [name: string, path: string, open?: (page: Page) => Promise<void>]

function places(who: Visitor, rows: Row[]): Place[] {
  return rows.map(([name, path, open]) => ({ name, who, path, ...(open && { open }) }))
}

/** Goes to a place and waits until everything there is fetched and drawn. */
export async function goTo(page: Page, { path, open }: Place): Promise<void> {
  countRequests(page)
  await page.goto(path)
  await settle(page)
  if (path.includes('sheet=')) await page.getByRole('dialog').waitFor()
  await open?.(page)
  await settle(page)
}

const underWay = new WeakMap<Page, Set<Request>>()

function countRequests(page: Page): void {
  if (underWay.has(page)) return
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/** Waits until nothing is on its way and what came is drawn, and lets no colour be half changed. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await expect(async () => {
    expect(underWay.get(page)?.size).toBe(0)
    await page.evaluate(async () => {
      await document.fonts.ready
      for (let frames = 0; frames < 3; frames += 1) {
        await new Promise((drawn) => void requestAnimationFrame(drawn))
      }
      for (const animation of document.getAnimations()) animation.finish()
    })
    expect(underWay.get(page)?.size).toBe(0)
  }).toPass({ intervals: [20, 50, 100, 200] })
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

function pressKnob(index: number) {
  return async (page: Page) => {
    await page
      .getByRole('main')
      .getByRole('button')
      .filter({ has: page.locator('svg') })
      .nth(index)
      .click()
    await page.getByRole('dialog').waitFor()
  }
}

async function writeAndSendTooEarly(page: Page): Promise<void> {
  await beginWriting(page)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByRole('alert').first().waitFor()
}

async function beginWriting(page: Page): Promise<void> {
  const what = page.getByRole('combobox')
  await what.fill('Radwerkstatt Kettler')
  await what.press('Enter')
  await page.getByRole('dialog').locator('textarea').waitFor()
}

async function openAudience(page: Page): Promise<void> {
  await beginWriting(page)
  await page.getByRole('dialog').locator('[aria-haspopup=dialog]').first().click()
  await expect(
    page.getByRole('dialog').last().getByRole('checkbox').or(page.getByRole('radio')).first(),
  ).toBeVisible()
}

async function voicesOf({ page }: Person): Promise<Voice[]> {
  const { cards } = await read(FeedPage, await page.request.get('/api/feed?order=ranked'))
  return cards.flatMap((card) => card.voices)
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('nothing of this kind is there')
  return item
}

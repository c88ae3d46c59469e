import type { Voice } from '@kith/contract'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { type Place, places } from './arriving.ts'
import { keepAnswer, makeAsking, ofAsker, ofGuest, ofHelper } from './asks.ts'
import { makeKeyholder, ofKeyholder } from './authenticator.ts'
import { showDue } from './caring.ts'
import { type Clubs, makeClubs } from './clubs.ts'
import { first, type Hosted, makeHosted, type Visit } from './hosted.ts'
import { type Introducing, makeIntroducing } from './introducing.ts'
import { join, lookAround, type Person, voicesOf } from './people.ts'
import {
  chooseContacts,
  chooseNobody,
  makeCode,
  openAudience,
  openFilter,
  openReport,
  openWhoHears,
  openWhy,
  pressKnob,
  showCode,
  writeAndSendTooEarly,
} from './pressing.ts'

/** Everywhere that one can be as a certain somebody, and the cookies of whoever sees it. */
export interface World {
  places: Place[]
  cookies: BrowserContextOptions
}

/** Who goes where. Each makes people of their own and changes nothing that another sees. */
export const VISITORS = {
  /** Without an account. */
  nobody: async (visit) => ({ places: outside(await makeHosted(visit)), cookies: {} }),
  /** Without any tie. */
  newcomer: async (visit) => ({
    places: ofNewcomer(),
    cookies: await cookiesOf(await join(await visit(), 'Nele')),
  }),
  /** With recommendations of her own, a request to answer, invitations, and somebody whom she knows. */
  host: async (visit) => {
    const hosted = await makeHosted(visit)
    // What concerns her first, while it is new.
    const all = [...ofAuthor(hosted), ...ofHost(hosted), ...ofAcquaintance(hosted)]
    return { places: all, cookies: await cookiesOf(hosted.host) }
  },
  /** Of clubs, one of which is hers. */
  member: async (visit) => {
    const clubs = await makeClubs(visit)
    return { places: ofMember(clubs), cookies: await cookiesOf(clubs.host) }
  },
  /** Who is asked for introductions, and has brought two together. */
  broker: async (visit) => {
    const introducing = await makeIntroducing(visit)
    return { places: ofBroker(introducing), cookies: await cookiesOf(introducing.broker) }
  },
  /** Who asks, and was answered. */
  asker: async (visit) => {
    const asking = await makeAsking(visit)
    return { places: ofAsker(asking), cookies: await cookiesOf(asking.asker) }
  },
  /** Who is asked. */
  helper: async (visit) => {
    const asking = await makeAsking(visit)
    return { places: ofHelper(asking), cookies: await cookiesOf(asking.helper) }
  },
  /** Without an account, with the link of an ask. */
  guest: async (visit) => ({ places: ofGuest(await makeAsking(visit)), cookies: {} }),
  /** Who answered an ask as a guest, and has joined. */
  newlyJoined: async (visit) => {
    const page = await visit()
    await keepAnswer(page)
    return {
      places: places([['notebook-kept', '/notebook']]),
      cookies: await cookiesOf(await join(page, 'Wanda')),
    }
  },
  /** Of the village, where one hears much, among ties and circles, and about to recommend something. */
  villager: async (visit) => {
    const johanna = await lookAround(await visit(), 'johanna')
    const all = [...ofReader(await voicesOf(johanna)), ...ofVillager(), ...ofWriter()]
    return { places: all, cookies: await cookiesOf(johanna) }
  },
  /** With a passkey. */
  keyholder: async (visit) => {
    const { keyholder, address } = await makeKeyholder(visit)
    return { places: ofKeyholder(), cookies: { ...address, ...(await cookiesOf(keyholder)) } }
  },
} satisfies Record<string, (visit: Visit) => Promise<World>>

async function cookiesOf({ page }: Person): Promise<BrowserContextOptions> {
  return { storageState: await page.context().storageState() }
}

function outside({ secret }: Hosted): Place[] {
  return places([
    ['sign-in', '/sign-in'],
    ['sign-up', '/sign-up'],
    ['sign-up refused', '/sign-up', (page) => page.locator('form button').click()],
    ['reset', '/reset'],
    ['new-password', '/reset/abc'],
    ['unsubscribe', '/unsubscribe/abc'],
    ['invitation', `/invitation/${secret}`, (page) => page.locator('summary').click()],
    ['invitation-dead', `/invitation/${'x'.repeat(43)}`],
    ['first-person', `/first/${'x'.repeat(43)}`],
    ['missing', '/nowhere'],
    ['objection', '/objection'],
    ['objection refused', '/objection', (page) => page.locator('form button').click()],
    ['objection-dead', `/objection/${'x'.repeat(43)}`],
  ])
}

function ofNewcomer(): Place[] {
  return places([
    ['first-day', '/'],
    ['people-none', '/people'],
    ['invitations-none', '/invitations'],
    ['me-none', '/me'],
    ['notebook-none', '/notebook'],
    ['notifications-none', '/notifications'],
    ['remembered-none', '/remembered'],
    ['for-me-none', '/for-me'],
    ['asks-none', '/asks'],
    ['thanks-none', '/thanks'],
    ['clubs-none', '/clubs'],
    ['join-wrong', '/join/AAAA-AAAA'],
    ['threads-none', '/threads'],
    ['introductions-none', '/introductions'],
    ['care-none', '/care'],
    ['letter-none', '/letter'],
    ['reports-none', '/reports'],
    ['operator-none', '/operator'],
    ['person-missing', '/people/nobody-of-this-name'],
  ])
}

function ofHost({ secret, thread }: Hosted): Place[] {
  return places([
    ['feed-with-question', '/'],
    ['people-open-requests', '/people'],
    ['invitation-own', `/invitation/${secret}`],
    ['invitations', '/invitations'],
    ['contacts', '/invitations?sheet=contacts'],
    ['contacts-found', '/invitations?sheet=contacts', chooseContacts],
    ['invite', '/people?sheet=invite'],
    ['invite-together', '/people?sheet=invite', showCode],
    ['request-tie', '/people?sheet=request'],
    ['threads', '/threads'],
    ['thread', `/threads/${thread}`],
    ['report', `/threads/${thread}`, openReport],
  ])
}

function ofAcquaintance({ request, toConfirm, tie: known, guest, heard, thread }: Hosted): Place[] {
  return places([
    ['person', `/people/${guest}`],
    ['remembered', '/remembered'],
    ['remember-why', `/circles?sheet=remember&of=${heard}`],
    ['thank', `/circles?sheet=thank&of=${heard}`],
    ['person-end', `/people/${guest}`, pressKnob(6)],
    ['person-block', `/people/${guest}`, pressKnob(7)],
    ['accept-tie', `/people?sheet=accept&of=${request}`],
    ['confirm-person', `/people?sheet=sort&of=${toConfirm}`],
    ['care', '/care', showDue(heard, thread)],
    ['letter', '/letter'],
    ['sort-tie', `/people?sheet=sort&of=${known}`],
    ['moves', `/people?sheet=moves&of=${known}`],
    ['outcome-said', `/recommendations/${heard}`],
  ])
}

function ofMember({ mine, post, code }: Clubs): Place[] {
  return places([
    ['clubs', '/clubs'],
    ['club', `/clubs/${mine}`],
    ['club-invite', `/clubs/${mine}`, pressKnob(0)],
    ['club-code', `/clubs/${mine}`, pressKnob(1)],
    ['club-code-made', `/clubs/${mine}`, makeCode],
    ['club-rename', `/clubs/${mine}`, pressKnob(2)],
    ['club-close', `/clubs/${mine}`, pressKnob(4)],
    ['club-found', '/clubs?sheet=found'],
    ['club-type-code', '/clubs?sheet=join'],
    ['club-post', `/recommendations/${post}`],
    ['club-edit', `/recommendations/${post}?sheet=edit&of=${post}`, openWhoHears],
    ['club-notified', '/notifications'],
    ['join', `/join/${code}`],
  ])
}

function ofBroker({ asker: { me } }: Introducing): Place[] {
  const press = (nth: number) => (page: Page) =>
    page.getByRole('main').getByRole('article').getByRole('button').nth(nth).click()
  return places([
    ['introductions', '/introductions'],
    ['introductions-offer', '/introductions', press(0)],
    ['introductions-outside', '/introductions', press(2)],
    ['introductions-told', '/notifications'],
    ['introductions-letter', '/letter'],
    ['introduce', `/circles?sheet=introduce&of=${encodeURIComponent(`broker=${me.id}`)}`],
    ['bring', `/circles?sheet=bring&of=${encodeURIComponent(`one=${me.id}&kind=craftsman`)}`],
  ])
}

function ofAuthor({ post, moved }: Hosted): Place[] {
  return places([
    ['me', '/me'],
    ['thanks', '/thanks'],
    ['notebook', '/notebook'],
    ['settings', '/settings'],
    ['settings-me', '/settings/me'],
    ['settings-people', '/settings/people'],
    ['settings-notifications', '/settings/notifications'],
    ['settings-look', '/settings/look'],
    ['settings-data', '/settings/data'],
    ['settings-security', '/settings/security'],
    [
      'settings-password',
      '/settings/security',
      (page) => page.getByRole('main').getByRole('button').first().click(),
    ],
    ['askable', '/me?sheet=askable'],
    ['notifications', '/notifications'],
    ['for-me', '/for-me'],
    ['address', `/me?sheet=address&of=${post}`],
    ['own-recommendation', `/recommendations/${post}`],
    ['own-moved', `/recommendations/${moved}`],
    ['own-delete', `/recommendations/${post}`, pressKnob(-1)],
    ['own-edit', `/recommendations/${post}?sheet=edit&of=${post}`],
    ['own-narrowing', `/recommendations/${post}?sheet=edit&of=${post}`, chooseNobody],
  ])
}

function ofReader(heard: Voice[]): Place[] {
  const near = first(heard.filter(({ chain }) => chain?.beyond.length === 0))
  const middle = first(heard.filter(({ chain }) => chain?.beyond.length === 1))
  const far = first(heard.filter(({ chain }) => chain?.beyond.length === 2))
  return places([
    ['feed', '/'],
    ['search', '/search?q=dach'],
    ['search-nothing', '/search?q=zeppelin&own=true&age=month'],
    ['search-blank', '/search'],
    ['filter-place', '/', openFilter(2)],
    ['filter-age', '/', openFilter(3)],
    ['filters-empty', '/?kinds=job&age=week&own=true'],
    ['more', `/circles?sheet=more&of=${middle.post}`],
    ['pass', `/circles?sheet=pass&of=${middle.post}`],
    ['why-near', `/circles?sheet=why&of=${near.post}`],
    ['outcome', `/circles?sheet=outcome&of=${near.post}`],
    ['why-middle', `/circles?sheet=why&of=${middle.post}`],
    ['why-far', '/', openWhy(far)],
    ['report-recommendation', `/circles?sheet=report&of=recommendation%3A${middle.post}`],
    ['subject', `/subjects/${middle.subject.id}`],
    ['recommendation', `/recommendations/${middle.post}`],
  ])
}

function ofVillager(): Place[] {
  return places([
    ['people', '/people'],
    ['circles', '/circles'],
    ['circle', '/circles', (page) => page.getByRole('main').getByRole('listitem').first().click()],
    ['keys', '/circles?sheet=keys'],
  ])
}

function ofWriter(): Place[] {
  return places([
    ['composer-empty', '/circles?sheet=recommend'],
    ['composer-note', '/circles?sheet=note'],
    ['composer-typing', '/circles?sheet=recommend', (page) => page.getByRole('combobox').fill('Ba')],
    ['composer', '/circles?sheet=recommend', writeAndSendTooEarly],
    ['composer-audience', '/circles?sheet=recommend', openAudience],
  ])
}

import {
  Care,
  type CareReason,
  Notifications,
  ReadRecommendation,
  ThreadId,
  TieCare,
  Ties,
} from '@kith/contract'
import type { Page } from '@playwright/test'
import { ask } from './asking.ts'
import { read } from './people.ts'

const LONG_AGO = '2026-05-12'

/** Every reason that there is, about one post and in one thread. */
export function everyReason(about: NonNullable<CareReason['about']>, thread: ThreadId): CareReason[] {
  return [
    { reason: 'message', about: null, ask: null, thread },
    { reason: 'ask', about: null, ask: { post: about.post, title: about.subject.title }, thread: null },
    { reason: 'thanks', about, ask: null, thread: null },
    { reason: 'outcome', about, ask: null, thread: null },
    { reason: 'stillTrue', about, ask: null, thread: null },
  ]
}

/** As the server will answer in some months, if nothing happens until then: everybody is due and asked for, unless one says something. */
export async function waitForMonths(page: Page, reasons: readonly CareReason[]): Promise<void> {
  const { ties } = await read(Ties, await ask(page, 'GET', '/api/ties'))
  const answered = new Set<string>()
  page.on('request', (request) => {
    const tie = /ties\/([^/]+)\/closeness-question$/.exec(request.url())?.[1]
    if (tie === undefined) return
    if (request.method() === 'PUT') answered.add(tie)
    else answered.delete(tie)
  })
  await page.route('**/api/care', async (route) => {
    const now = await read(Care, await ask(page, 'GET', '/api/care'))
    const sides = await Promise.all(
      ties.map(async ({ id, person }) => {
        const side = await read(TieCare, await ask(page, 'GET', `/api/ties/${id}/care`))
        return { ...side, person, lastExchange: LONG_AGO, rhythm: 90 as const, reasons: [...reasons] }
      }),
    )
    const care: Care = {
      ...now,
      due: sides.filter(({ spokeOn }) => spokeOn === null),
      asked: ties.filter(({ id }) => !answered.has(id)).map(({ id, person }) => ({ tie: id, person })),
      rhythms: true,
    }
    await route.fulfill({ json: care })
  })
}

/** As the bell will answer once a tie of the page’s person has been due for a week. */
export async function nudge(page: Page, reason: CareReason['reason']): Promise<void> {
  const { ties } = await read(Ties, await ask(page, 'GET', '/api/ties'))
  await page.route('**/api/notifications', async (route) => {
    const now = await read(Notifications, await ask(page, 'GET', '/api/notifications'))
    const lines = ties.map(({ person }) => ({
      reason: 'care' as const,
      person,
      post: null,
      thread: null,
      care: reason,
      at: now.asOf,
    }))
    const told: Notifications = {
      ...now,
      notifications: [{ subject: null, club: null, ask: null, lines, more: 0, unseen: true }],
      unseen: 1,
    }
    await route.fulfill({ json: told })
  })
}

/** Lets a page stand as it will with every reason there is, about something that is seen there. */
export function showDue(post: string, thread: string) {
  return async (page: Page): Promise<void> => {
    const { voice } = await read(ReadRecommendation, await ask(page, 'GET', `/api/recommendations/${post}`))
    await waitForMonths(page, everyReason(voice, ThreadId.parse(thread)))
    await page.reload()
    await page.getByRole('main').getByRole('listitem').first().waitFor()
  }
}

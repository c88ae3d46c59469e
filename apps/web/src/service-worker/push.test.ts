import { expect, it, vi } from 'vitest'
import { listenForPushes } from './push.ts'

/** What a service worker sees of its browser, as far as it is asked here. */
function openScope(language: string, windows: readonly FakeWindow[] = []) {
  const listeners = new Map<string, (event: object) => void>()
  const shown: unknown[] = []
  const opened: string[] = []
  const scope = {
    navigator: { language },
    registration: { showNotification: async (...what: unknown[]) => void shown.push(what) },
    clients: { matchAll: async () => windows, openWindow: async (path: string) => void opened.push(path) },
    addEventListener: (kind: string, listener: (event: object) => void) => listeners.set(kind, listener),
  }
  const happen = async (kind: string, more: object = {}): Promise<void> => {
    const waited: Promise<void>[] = []
    listeners.get(kind)?.({ ...more, waitUntil: (work: Promise<void>) => waited.push(work) })
    expect(waited).toHaveLength(1)
    await Promise.all(waited)
  }
  Reflect.apply(listenForPushes, undefined, [scope])
  return { happen, shown, opened }
}

interface FakeWindow {
  url: string
  focus: () => Promise<FakeWindow>
  navigate: (path: string) => Promise<FakeWindow | null>
}

function windowAt(url: string, canTurn = true): FakeWindow {
  const opened: FakeWindow = {
    url,
    focus: vi.fn<FakeWindow['focus']>(async () => opened),
    navigate: vi.fn<FakeWindow['navigate']>(async () => {
      if (!canTurn) throw new TypeError('nobody has charge of it')
      return opened
    }),
  }
  return opened
}

const CLICK = { notification: { close: vi.fn<() => void>() } }

it('[P11] a call shows that something is new in the language of the device, and never more than one', async () => {
  for (const [language, words] of [
    ['de-AT', 'Neues bei Kith'],
    ['en-GB', 'Something new on Kith'],
    ['fr', 'Something new on Kith'],
  ] as const) {
    const { happen, shown } = openScope(language)
    await happen('push', { data: { text: () => 'a word that somebody sent' } })
    expect(shown).toEqual([[words, expect.objectContaining({ tag: 'new' })]])
    expect(JSON.stringify(shown)).not.toContain('somebody')
  }
})

it('whoever wants to know is led to what is new: in the window that is open, else in another one', async () => {
  const none = openScope('en')
  await none.happen('notificationclick', CLICK)
  expect([none.opened, CLICK.notification.close.mock.calls]).toEqual([['/notifications'], [[]]])

  const feed = windowAt('https://kith.test/')
  const open = openScope('en', [feed])
  await open.happen('notificationclick', CLICK)
  expect(feed.navigate).toHaveBeenCalledWith('/notifications')
  expect(open.opened).toEqual([])

  const there = windowAt('https://kith.test/notifications')
  await openScope('en', [there]).happen('notificationclick', CLICK)
  expect(there.focus).toHaveBeenCalledOnce()
  expect(there.navigate).not.toHaveBeenCalled()

  const stubborn = openScope('en', [windowAt('https://kith.test/', false)])
  await stubborn.happen('notificationclick', CLICK)
  expect(stubborn.opened).toEqual(['/notifications'])
})

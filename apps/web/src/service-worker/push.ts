const NEWS = '/notifications'

// What is new is told by the app alone; push services and lock screens learn no more than this.
const WORDS = { en: 'Something new on Kith', de: 'Neues bei Kith' }

/** Shows that something is new when a push service calls, and opens what it is once somebody wants to know. */
export function listenForPushes(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => event.waitUntil(showNews(worker)))
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(openNews(worker))
  })
}

function showNews({ navigator, registration }: ServiceWorkerGlobalScope): Promise<void> {
  const lang = navigator.language.startsWith('de') ? 'de' : 'en'
  // One of the same tag takes the place of the one before: there is never more than one.
  return registration.showNotification(WORDS[lang], { tag: 'new', lang, icon: '/icons/icon-192.png' })
}

async function openNews({ clients }: ServiceWorkerGlobalScope): Promise<void> {
  const [open] = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open === undefined || !(await turnTo(open))) await clients.openWindow(NEWS)
}

/** False where the window cannot be turned to the news, as one that no service worker has charge of. */
async function turnTo(open: WindowClient): Promise<boolean> {
  try {
    const shown = await open.focus()
    // Whoever is there already keeps what he is at; the list refreshes itself.
    return new URL(shown.url).pathname === NEWS || (await shown.navigate(NEWS)) !== null
  } catch {
    return false
  }
}

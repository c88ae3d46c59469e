/** The files that the app needs to open, as the build names them; its page first. */
declare const SHELL_FILES: readonly string[]

const CACHE = 'kith-shell'
const PAGE = '/'

/**
 * Keeps on this device what the app needs to open without a network: its page, scripts, styles, fonts and icons, which
 * are the same for everybody. Nothing of what the API says passes through here.
 */
export function keepShell(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('install', (event) => {
    // All of them or none. A page that stands open has its scripts already and needs nothing of before.
    event.waitUntil(addShell().then(() => worker.skipWaiting()))
  })
  worker.addEventListener('activate', (event) => {
    event.waitUntil(dropOthers().then(() => worker.clients.claim()))
  })
  worker.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== worker.location.origin) return
    // The name of an asset changes with what is in it; everything else is asked for anew as long as that is possible.
    if (pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(request))
    else if (SHELL_FILES.includes(pathname)) event.respondWith(fetchedOrKept(request, pathname))
    else if (request.mode === 'navigate' && isOfApp(pathname)) event.respondWith(fetchedOrKept(request, PAGE))
  })
}

async function addShell(): Promise<void> {
  const cache = await caches.open(CACHE)
  // As by nobody, since the page says whether somebody is signed in.
  await cache.addAll(SHELL_FILES.map((path) => new Request(path, { credentials: 'omit' })))
}

/** What earlier builds left, and what pages of this one will ask for again. */
async function dropOthers(): Promise<void> {
  const cache = await caches.open(CACHE)
  const others = (await cache.keys()).filter(({ url }) => !SHELL_FILES.includes(new URL(url).pathname))
  await Promise.all(others.map((request) => cache.delete(request)))
}

/** Addresses that are answered with the page. What is for programs or to be saved goes to the server alone. */
function isOfApp(pathname: string): boolean {
  return !/^\/(?:api|health|metrics)(?:\/|$)/.test(pathname)
}

async function keptOrFetched(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept !== undefined) return kept
  const fetched = await fetch(request)
  if (fetched.ok) await cache.put(request, fetched.clone())
  return fetched
}

async function fetchedOrKept(request: Request, path: string): Promise<Response> {
  const fetched = await fetch(request).catch(() => undefined)
  // A proxy says 502 or 503 for a server that is not there.
  if (fetched !== undefined && fetched.status < 500) return fetched
  const cache = await caches.open(CACHE)
  return (await cache.match(path, { ignoreVary: true })) ?? fetched ?? Response.error()
}

const DEVICE = '/api/telling/device'

/** Tells Kith where this device is called from now on, when the browser or its push service gave it another place. */
export function listenForRenewals(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(tellAgain(worker, event)))
}

async function tellAgain(
  worker: ServiceWorkerGlobalScope,
  event: PushSubscriptionChangeEvent,
): Promise<void> {
  const answer = await worker.fetch(DEVICE)
  const key = answer.ok ? keyIn(await answer.json()) : undefined
  if (key === undefined) return
  const { endpoint } = event.newSubscription ?? (await subscribe(worker.registration, key))
  const headers = { 'content-type': 'application/json' }
  await worker.fetch(DEVICE, { method: 'PUT', headers, body: JSON.stringify({ endpoint }) })
}

/** The key to ask a push service by; undefined where who is signed in here by now has not asked to be told. */
function keyIn(device: unknown): string | undefined {
  const isTold = typeof device === 'object' && device !== null && 'on' in device && device.on === true
  return isTold && 'key' in device && typeof device.key === 'string' ? device.key : undefined
}

function subscribe({ pushManager }: ServiceWorkerRegistration, key: string): Promise<PushSubscription> {
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

import { createECDH } from 'node:crypto'
import webPush from 'web-push'
import { askOutside, OutsideError, type OutsideNet } from '../outside/outside-request.ts'

const LONGEST_MS = 5_000
// A device that is off for longer is told of what is new then.
const KEPT_SECONDS = 3 * 86_400
const GONE = new Set([404, 410])

/** Calls a device through its push service, without a word; answers whether that knows the device, and fails where it took nothing. */
export type PushCall = (endpoint: string) => Promise<'taken' | 'gone'>

export interface PushDeps {
  readonly net: OutsideNet
  readonly keys: PushKeys
  /** Where those who run a push service can turn to. */
  readonly contact: string
}

/** By what push services know the installation, as they write keys. */
export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

export function pushKeysOf(key: Buffer): PushKeys {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(key)
  return { publicKey: pair.getPublicKey('base64url'), privateKey: key.toString('base64url') }
}

/** The endpoint was given by a client, so it is asked as any address is that somebody gave (`askOutside`), and only by https. */
export function createPushCall({ net, keys, contact }: PushDeps): PushCall {
  return async (endpoint) => {
    const url = new URL(endpoint)
    if (url.protocol !== 'https:') throw new OutsideError(`not a push service: ${url.protocol}`)
    const { publicKey, privateKey } = keys
    const signed = webPush.getVapidHeaders(url.origin, contact, publicKey, privateKey, 'aes128gcm')
    const answer = await askOutside(net, url, {
      method: 'POST',
      headers: {
        authorization: signed.Authorization,
        ttl: String(KEPT_SECONDS),
        // Calls that wait for a device that is off become one.
        topic: 'new',
        'content-length': '0',
      },
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    answer.destroy()
    const { statusCode = 0 } = answer
    if (GONE.has(statusCode)) return 'gone'
    if (statusCode >= 200 && statusCode < 300) return 'taken'
    throw new OutsideError(`a push service answered ${statusCode}`)
  }
}

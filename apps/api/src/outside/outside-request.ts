import { lookup } from 'node:dns/promises'
import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-addresses.ts'

/** How the outside is reached: tests put a small net of their own in the place of the public one. */
export interface OutsideNet {
  /** All addresses of a host. */
  addressesOf(host: string): Promise<readonly string[]>
  mayConnect(address: string, port: number): boolean
  request(url: URL, options: RequestOptions): ClientRequest
}

export const PUBLIC_NET: OutsideNet = {
  addressesOf: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  mayConnect: (address, port) => isPublicAddress(address) && (port === 80 || port === 443),
  request: (url, options) => (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options),
}

/** Something outside was not reached, for a reason that nobody is told. */
export class OutsideError extends Error {
  override name = 'OutsideError'
}

export interface OutsideRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** Ends everything, the answer's body included. */
  readonly signal: AbortSignal
}

/**
 * Asks an address that somebody gave, without a body and without following redirects. Every address of its host is
 * checked, and the connection is made to a checked address: the name is not looked up again in between.
 */
export async function askOutside(
  net: OutsideNet,
  url: URL,
  { method, headers, signal }: OutsideRequest,
): Promise<IncomingMessage> {
  const { protocol, hostname, username, password } = url
  if (protocol !== 'http:' && protocol !== 'https:') throw new OutsideError(`not a web address: ${protocol}`)
  if (username !== '' || password !== '') throw new OutsideError('credentials in the address')
  const port = Number(url.port) || (protocol === 'https:' ? 443 : 80)
  const host = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await giveUp(net.addressesOf(host), signal)
  const [address] = addresses
  if (address === undefined || !addresses.every((one) => net.mayConnect(one, port))) {
    throw new OutsideError('not a public address')
  }
  return new Promise((resolve, reject) => {
    const sent = net.request(url, { method, agent: false, headers, lookup: pinTo(address), signal })
    sent.on('response', resolve).on('error', reject).end()
  })
}

/** Answers the one checked address, whatever is asked for. */
function pinTo(address: string): LookupFunction {
  const family = isIP(address)
  return (_host, options, done) => {
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
}

async function giveUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: never, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, never])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

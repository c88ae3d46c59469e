import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { readPageText } from './page-text.ts'
import { isPublicAddress } from './public-addresses.ts'

/** How a page is reached: tests put a small net of their own in the place of the public one. */
export interface PageNet {
  /** All addresses of a host. */
  addressesOf(host: string): Promise<readonly string[]>
  mayConnect(address: string, port: number): boolean
}

export const PUBLIC_NET: PageNet = {
  addressesOf: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  mayConnect: (address, port) => isPublicAddress(address) && (port === 80 || port === 443),
}

/** The page was not fetched, for a reason that its reader is not told. */
class PageError extends Error {
  override name = 'PageError'
}

export interface FetchedPage {
  /** Where the redirects ended. */
  readonly url: URL
  readonly html: string
}

const LONGEST_MS = 5_000
const REDIRECTS = 3
const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308])
const HEADERS = {
  'user-agent': 'Kith/0.1 (link preview, asked for by a person)',
  accept: 'text/html, application/xhtml+xml',
  'accept-encoding': 'gzip, deflate, br',
}

/**
 * Fetches an HTML page on behalf of somebody whom the page does not get to know, within five seconds for everything.
 * Before each connection, redirects included, every address of the host is checked, and the connection is made to a
 * checked address: the name is not looked up again in between.
 */
export async function fetchPage(link: URL, net: PageNet): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(LONGEST_MS)
  let url = link
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const answer = await open(url, net, signal)
    const target = redirectOf(answer, url)
    if (!target) return { url, html: await readPage(answer) }
    answer.destroy()
    url = target
  }
  throw new PageError('too many redirects')
}

async function open(url: URL, net: PageNet, signal: AbortSignal): Promise<IncomingMessage> {
  const { protocol, hostname, username, password } = url
  if (protocol !== 'http:' && protocol !== 'https:') throw new PageError(`not a web address: ${protocol}`)
  if (username !== '' || password !== '') throw new PageError('credentials in the address')
  const port = Number(url.port) || (protocol === 'https:' ? 443 : 80)
  const host = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await giveUp(net.addressesOf(host), signal)
  const [address] = addresses
  if (address === undefined || !addresses.every((one) => net.mayConnect(one, port))) {
    throw new PageError('not a public address')
  }
  const send = protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = send(url, { agent: false, headers: HEADERS, lookup: pinTo(address), signal })
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

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | undefined {
  if (!REDIRECT_STATUS.has(statusCode)) return undefined
  const target = location === undefined ? null : URL.parse(location, from.href)
  if (!target) throw new PageError('a redirect to nowhere')
  return target
}

function readPage(answer: IncomingMessage): Promise<string> {
  const { statusCode = 0, headers } = answer
  const type = headers['content-type'] ?? ''
  if (statusCode === 200 && /^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    return readPageText(answer, { type, encoding: headers['content-encoding'] })
  }
  answer.destroy()
  throw new PageError(`no page: ${statusCode} ${type}`)
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

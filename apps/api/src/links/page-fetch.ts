import type { IncomingMessage } from 'node:http'
import { askOutside, OutsideError, type OutsideNet } from '../outside/outside-request.ts'
import { readPageText } from './page-text.ts'

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
 * Each redirect is a request of its own, checked as the first one was.
 */
export async function fetchPage(link: URL, net: OutsideNet): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(LONGEST_MS)
  let url = link
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const answer = await askOutside(net, url, { method: 'GET', headers: HEADERS, signal })
    const target = redirectOf(answer, url)
    if (!target) return { url, html: await readPage(answer) }
    answer.destroy()
    url = target
  }
  throw new OutsideError('too many redirects')
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | undefined {
  if (!REDIRECT_STATUS.has(statusCode)) return undefined
  const target = location === undefined ? null : URL.parse(location, from.href)
  if (!target) throw new OutsideError('a redirect to nowhere')
  return target
}

function readPage(answer: IncomingMessage): Promise<string> {
  const { statusCode = 0, headers } = answer
  const type = headers['content-type'] ?? ''
  if (statusCode === 200 && /^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    return readPageText(answer, { type, encoding: headers['content-encoding'] })
  }
  answer.destroy()
  throw new OutsideError(`no page: ${statusCode} ${type}`)
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { OutsideNet } from '../src/outside/outside-request.ts'
import { isPublicAddress } from '../src/outside/public-addresses.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A web site on this machine, and a name server: the net of a test. What is asked for by https comes without. */
export class LocalSite {
  readonly port: number
  readonly #server: Server
  seen: IncomingMessage[] = []
  answer: Handler = (_request, response) => html(response, '<title>Home</title>')
  /** What the name server answers, the first time and from then on. */
  names: Record<string, readonly (readonly string[])[]> = {}
  asked: string[] = []

  private constructor(server: Server, port: number) {
    this.#server = server
    this.port = port
    server.on('request', (request, response) => {
      this.seen.push(request)
      this.answer(request, response)
    })
    this.forget()
  }

  static async open(): Promise<LocalSite> {
    // On every address of this machine: what must not be reached could be.
    const server = createServer().listen(0, '0.0.0.0')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('expected a port')
    return new LocalSite(server, address.port)
  }

  /** 127.0.0.1 stands for the public internet; 127.0.0.2 and whatever else is not public do not. */
  get net(): OutsideNet {
    return {
      addressesOf: async (host) => {
        this.asked.push(host)
        const answers = this.names[host] ?? []
        const times = this.asked.filter((one) => one === host).length
        return answers[Math.min(times, answers.length) - 1] ?? []
      },
      mayConnect: (address, to) => (address === '127.0.0.1' || isPublicAddress(address)) && to === this.port,
      request: requestPlain,
    }
  }

  /** As it was at the beginning. */
  forget(): void {
    this.seen = []
    this.asked = []
    this.names = { 'site.test': [['127.0.0.1']] }
    this.answer = (_request, response) => html(response, '<title>Home</title>')
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

/** Asks by http what is to be asked by https. */
export const requestPlain: OutsideNet['request'] = (url, options) =>
  request(new URL(url.href.replace(/^https:/, 'http:')), options)

export function html(response: ServerResponse, body: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(body)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SignedIn } from '@kith/contract'
import { freePort } from '@kith/testkit/free-port'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { ask } from './asking.ts'
import { PASSWORD, type Person, read } from './people.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** A Kith of its own, in which nobody is yet: whoever opens its link first is its operator. */
export interface House {
  /** How a browser comes to it. */
  readonly way: BrowserContextOptions
  /** Somebody signs up by the one link, and is the operator. */
  open(page: Page, name: string): Promise<Person>
  /** The link in the letter that went to an address last. */
  linkFor(address: string): Promise<string>
  close(): Promise<void>
}

/** Starts it, with a new database, which is gone when it is closed. */
export async function startHouse(): Promise<House> {
  const cache = join(ROOT, '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'e2e-house-'))
  const port = String(await freePort())
  const own = { KITH_DATA: folder, KITH_DEMO: '0', KITH_SIGNUP: 'open', PORT: port, KITH_PROXIES: '1' }
  const server = spawn(process.execPath, [join(ROOT, 'apps/api/src/main.ts')], {
    env: { ...process.env, ...own, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const secret = await secretIn(server)
  return {
    way: { baseURL: `http://127.0.0.1:${port}` },
    open: async (page, name) => {
      const handle = name.toLowerCase()
      const who = { name, handle, email: `${handle}@example.org`, password: PASSWORD, language: 'en' }
      const answer = await ask(page, 'POST', '/api/auth/sign-up', {
        ...who,
        ...{ invitation: null, firstPerson: secret },
      })
      return { me: (await read(SignedIn, answer)).me, page }
    },
    linkFor: (address) => newestLink(join(folder, 'mail'), address),
    close: async () => {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function secretIn({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('expected the server to be heard')
  for await (const line of createInterface({ input: stdout })) {
    const secret = /\/first\/(?<secret>[\w-]{43})/.exec(line)?.groups?.['secret']
    if (secret !== undefined) {
      stdout.resume()
      return secret
    }
  }
  throw new Error('the server ended before it said how to get in')
}

async function newestLink(folder: string, address: string): Promise<string> {
  const names = (await readdir(folder)).toSorted().toReversed()
  const letters = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const letter = letters.find((one) => one.includes(`To: ${address}`))
  const path = letter && /https?:\/\/[^/]+(?<path>\/\S+)/.exec(letter)?.groups?.['path']
  if (!path) throw new Error(`no letter to ${address} has a link`)
  return path
}

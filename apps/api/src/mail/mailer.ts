import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '@kith/contract'
import type { FastifyBaseLogger } from 'fastify'
import { createTransport } from 'nodemailer'
import { type LetterPart, letterPage, letterText } from './letter-parts.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly language: Language
  readonly parts: readonly LetterPart[]
  /** The id that tells mail programs one letter from another; else each sending has its own. */
  readonly messageId?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Mailer {
  /** Sends without making the caller wait, so that how long it takes tells nobody anything. */
  post(letter: Letter): void
  /** Sends, and fails where it was not taken. */
  send(letter: Letter): Promise<void>
  /** Resolves once everything posted has been sent or given up. */
  settled(): Promise<void>
}

export interface MailerOptions {
  readonly smtpUrl: string | undefined
  readonly from: string
  /** Where letters lie that no server sends. */
  readonly folder: string
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  readonly newId: () => string
}

// Longer than a slow server takes; left alone the library would wait for a silent one for minutes.
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** Hands letters to a mail server, as text and as a page, or lays their text into a folder where there is none. */
export function createMailer(options: MailerOptions): Mailer {
  const deliver = options.smtpUrl === undefined ? toFolder(options) : toServer(options, options.smtpUrl)
  const pending = new Set<Promise<void>>()
  return {
    send: deliver,
    post: (letter) => {
      const sending = deliver(letter)
        .catch((cause: unknown) => options.log.error({ err: cause }, 'a letter was not sent'))
        .finally(() => pending.delete(sending))
      pending.add(sending)
    },
    settled: async () => {
      await Promise.all(pending)
    },
  }
}

function toServer({ from }: MailerOptions, url: string): (letter: Letter) => Promise<void> {
  const transport = createTransport({ url, ...PATIENCE })
  return async ({ to, subject, messageId, headers = {}, ...said }) => {
    const bodies = { text: letterText(said.parts), html: letterPage({ subject, ...said }) }
    const head = { from, to, subject, ...(messageId !== undefined && { messageId }), headers: { ...headers } }
    await transport.sendMail({ ...head, ...bodies })
  }
}

function toFolder(options: MailerOptions): (letter: Letter) => Promise<void> {
  return async ({ to, subject, parts, headers = {} }) => {
    await mkdir(options.folder, { recursive: true, mode: 0o700 })
    const moment = options.now().toISOString()
    const name = `${moment.replaceAll(':', '-')}-${options.newId().slice(-8)}.txt`
    const head = { From: options.from, To: to, Date: moment, Subject: subject, ...headers }
    const lines = Object.entries(head).map(([field, value]) => `${field}: ${value}\n`)
    await writeFile(join(options.folder, name), `${lines.join('')}\n${letterText(parts)}`, { mode: 0o600 })
  }
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Sends without making the caller wait, so that how long it takes tells nobody anything. */
  post(letter: Letter): void
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

/** Hands letters to a mail server, or lays them into a folder where there is none. */
export function createMailer(options: MailerOptions): Mailer {
  const deliver = options.smtpUrl === undefined ? toFolder(options) : toServer(options, options.smtpUrl)
  const pending = new Set<Promise<void>>()
  return {
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
  const transport = createTransport(url)
  return async (letter) => {
    await transport.sendMail({ from, ...letter })
  }
}

function toFolder(options: MailerOptions): (letter: Letter) => Promise<void> {
  return async ({ to, subject, text }) => {
    await mkdir(options.folder, { recursive: true, mode: 0o700 })
    const moment = options.now().toISOString()
    const name = `${moment.replaceAll(':', '-')}-${options.newId().slice(-8)}.txt`
    const head = `From: ${options.from}\nTo: ${to}\nDate: ${moment}\nSubject: ${subject}\n\n`
    await writeFile(join(options.folder, name), head + text, { mode: 0o600 })
  }
}

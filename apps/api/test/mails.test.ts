import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Notification, type ShownPerson, ShownTie } from '@kith/contract'
import { fastify } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Purpose, writeLetter } from '../src/mail/letters.ts'
import { createMailer, type Letter, type Mailer } from '../src/mail/mailer.ts'
import { writeNews } from '../src/mail/news-letter.ts'
import { writeObjectionLetter } from '../src/reports/objection-letters.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

const NAME = `<script>alert("Eva")</script> & Söhne`
const LINK = 'https://kith.test/reset/a_b-c?token=3Dxy&next=%2F'
const ANSWER = 'It was changed.\n\n<img src="https://elsewhere.test/1.png"> & “more”\nYours'
const PURPOSES: readonly Purpose[] = ['reset', 'verify', 'taken', 'passkey', 'password']
const TAGS = new Set('html head meta title style body div p ul li br a'.split(' '))

const TIE = ShownTie.parse({
  ...{
    shown: 'tie',
    id: randomUUID(),
    handle: 'eva',
    name: 'Eva',
    closeness: null,
    ring: 'unsorted',
  },
})

let server: MailServer
let mailer: Mailer

beforeAll(async () => {
  server = await startMailServer()
  mailer = createMailer({
    ...{ smtpUrl: server.url, from: 'Kith <kith@kith.test>', folder: '/nowhere' },
    ...{ log: fastify().log, now: () => new Date(0), newId: () => 'none' },
  })
})

afterAll(() => server.close())

/** A mail as it came: what it says as text, and as a page. */
async function sent(letter: Letter): Promise<{ text: string; page: string }> {
  const before = server.letters.length
  await mailer.send(letter)
  const [mail = ''] = server.letters.slice(before)
  expect(mail).toContain('Content-Type: multipart/alternative;')
  const boundary = /boundary="(?<mark>[^"]+)"/.exec(mail)?.groups?.['mark'] ?? ''
  const [, ...bodies] = mail.split(`--${boundary}`)
  const types = bodies.map((one) => /Content-Type: (?<type>[^;]+)/.exec(one)?.groups?.['type'])
  expect(types).toEqual(['text/plain', 'text/html', undefined])
  const [text = '', page = ''] = bodies.map((one) => one.split('\r\n\r\n').slice(1).join('\r\n\r\n'))
  return { text, page }
}

/** The words of a page, as a browser would show them. */
function wordsOn(page: string): string[] {
  const shown = page.slice(page.indexOf('<body')).replaceAll(/<[^>]*>/g, ' ')
  const read = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  return wordsIn(read.replaceAll('&amp;', '&'))
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '' && word !== '–')
}

function newsOf(person: ShownPerson): Notification {
  const line = { reason: 'passed', person, post: null, thread: null, at: '2031-03-02T17:00:00Z' }
  return Notification.parse({
    ...{ subject: null, club: null, ask: null, lines: [line], more: 0, unseen: true },
  })
}

function everyLetter(language: 'en' | 'de'): Letter[] {
  const reader = { email: 'eva@kith.test', name: NAME, language }
  const news = [newsOf({ ...TIE, name: NAME }), newsOf({ shown: 'somebody' })]
  const how = {
    time: 'weekly' as const,
    address: 'https://kith.test',
    unsubscribeToken: 'x',
    messageId: '<1@k>',
  }
  return [
    ...PURPOSES.map((purpose) => writeLetter(purpose, reader, LINK)),
    writeNews({ ...reader, ...how }, news),
    writeObjectionLetter('confirm', reader, { link: LINK }),
    writeObjectionLetter('answer', reader, { link: LINK, answer: ANSWER }),
  ]
}

it.each(['en', 'de'] as const)('every mail says the same as text and as a page: %s', async (language) => {
  for (const letter of everyLetter(language)) {
    const { text, page } = await sent(letter)
    expect(wordsOn(page)).toEqual(wordsIn(text))
    expect(text).toContain(NAME)
    const links = text.match(/https?:\/\/kith\.test\S+/g)
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, link]) => link?.replaceAll('&amp;', '&'))).toEqual(
      links,
    )
    expect(page.match(/lang="[^"]*"/g)).toEqual([`lang="${language}"`, `lang="${language}"`])
    expect(page).toContain(`<title>${letter.subject}</title>`)
  }
})

it('the page of a mail holds nothing but words and links: nothing runs, nothing is fetched, no name is markup', async () => {
  const colours = await readFile(new URL('../../web/src/ui/base/tokens.css', import.meta.url), 'utf8')
  for (const letter of everyLetter('de')) {
    const { page } = await sent(letter)
    expect([...page.matchAll(/<\/?([a-z]+)/g)].filter(([, tag = '']) => !TAGS.has(tag))).toEqual([])
    expect(page).not.toMatch(/\b(src|on\w+)=[^&]*>|url\(|@import|@font-face/)
    expect(page.match(/#[0-9a-f]{6}/g)?.filter((colour) => !colours.includes(colour))).toEqual([])
  }
})

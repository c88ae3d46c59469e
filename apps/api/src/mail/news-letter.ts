import type { Language, Notification, NotificationReason, TellingTime } from '@kith/contract'
import type { Letter } from './mailer.ts'

/** Whom a mail about what is new goes to, and where it leads. */
export interface NewsReader {
  readonly email: string
  readonly name: string
  readonly language: string | null
  readonly time: TellingTime
  readonly address: string
  readonly unsubscribeToken: string
  /** The same whenever the same mail is sent again, so that mail programs show it once. */
  readonly messageId: string
}

interface Wording {
  readonly subject: string
  readonly hello: (name: string) => string
  readonly since: Readonly<Record<TellingTime, string>>
  readonly gave: (name: string) => string
  readonly wrote: (name: string) => string
  readonly one: string
  readonly more: (count: number) => string
  readonly read: string
  readonly choose: string
  readonly end: string
}

const WORDINGS: Record<Language, Wording> = {
  en: {
    subject: 'There is something new for you on Kith',
    hello: (name) => `Hello ${name},`,
    since: {
      atOnce: 'this is new for you on Kith:',
      evening: 'this came today, or since we last wrote to you:',
      weekly: 'this came this week, or since we last wrote to you:',
    },
    gave: (name) => `${name} has something for you`,
    wrote: (name) => `${name} wrote to you`,
    one: 'Something else concerns you',
    more: (count) => `${count} other things concern you`,
    read: 'You can read it there:',
    choose: 'When such mails come, you decide here:',
    end: 'If you want none any more, this one step is enough:',
  },
  de: {
    subject: 'Auf Kith gibt es Neues für dich',
    hello: (name) => `Hallo ${name},`,
    since: {
      atOnce: 'das ist auf Kith neu für dich:',
      evening: 'das kam heute dazu, oder seit unserer letzten Mail:',
      weekly: 'das kam diese Woche dazu, oder seit unserer letzten Mail:',
    },
    gave: (name) => `${name} hat etwas für dich`,
    wrote: (name) => `${name} hat dir geschrieben`,
    one: 'Noch etwas betrifft dich',
    more: (count) => `${count} weitere Dinge betreffen dich`,
    read: 'Lesen kannst du es dort:',
    choose: 'Wann solche Mails kommen, entscheidest du hier:',
    end: 'Wenn du keine mehr möchtest, genügt dieser eine Schritt:',
  },
}

const GIVEN: ReadonlySet<NotificationReason> = new Set<NotificationReason>([
  'addressed',
  'passed',
  'asked',
  'sought',
])

/** A mail that says that something is new, and which ties it is from: no title, no word of a post, nobody beyond them. */
export function writeNews(reader: NewsReader, news: readonly Notification[]): Letter {
  const language = reader.language === 'de' ? 'de' : 'en'
  const words = WORDINGS[language]
  const { address, unsubscribeToken: token } = reader
  return {
    to: reader.email,
    subject: words.subject,
    language,
    parts: [
      words.hello(reader.name),
      words.since[reader.time],
      listNews(words, news),
      { words: words.read, link: `${address}/notifications` },
      { words: words.choose, link: `${address}/settings/notifications` },
      { words: words.end, link: `${address}/unsubscribe/${token}` },
    ],
    messageId: reader.messageId,
    headers: {
      'List-Unsubscribe': `<${address}/api/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

function listNews(words: Wording, news: readonly Notification[]): string[] {
  const named = news.map((one) => nameNews(words, one))
  const nameless = named.filter((line) => line === undefined).length
  const lines = [...new Set(named.filter((line) => line !== undefined))]
  if (nameless === 0) return lines
  return [...lines, nameless === 1 ? words.one : words.more(nameless)]
}

/** What a tie gave the reader or wrote to him, by the name that the notification itself shows. */
function nameNews({ gave, wrote }: Wording, { lines: [newest] }: Notification): string | undefined {
  if (newest?.person.shown !== 'tie') return undefined
  if (newest.reason === 'wrote') return wrote(newest.person.name)
  return GIVEN.has(newest.reason) ? gave(newest.person.name) : undefined
}

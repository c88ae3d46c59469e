import type { Language } from '@kith/contract'

interface Words {
  readonly subject: string
  readonly text: string
}

export interface ObjectionLetter extends Words {
  readonly to: string
}

type Wording = (name: string, link: string, answer: string) => Words

const WORDINGS: Record<Language, Record<'confirm' | 'answer', Wording>> = {
  en: {
    confirm: (name, link) => ({
      subject: 'Your objection',
      text:
        `Hello ${name},\n\nsomebody, probably you, objected to what may be said of you on Kith. Please confirm that with this ` +
        `link within two days. Only then does somebody read it:\n\n${link}\n\nIf it was not you, you need not do anything.\n`,
    }),
    answer: (name, link, answer) => ({
      subject: 'Your objection: the answer',
      text:
        `Hello ${name},\n\nthis is the answer to your objection:\n\n${answer}\n\nIf you do not agree you can say so once, within ` +
        `thirty days:\n\n${link}\n`,
    }),
  },
  de: {
    confirm: (name, link) => ({
      subject: 'Dein Widerspruch',
      text:
        `Hallo ${name},\n\njemand, wohl du selbst, hat dem widersprochen, was auf Kith über dich stehen könnte. Bitte bestätige ` +
        `das innerhalb von zwei Tagen mit diesem Link. Erst dann liest es jemand:\n\n${link}\n\nWarst das nicht du, brauchst ` +
        'du nichts zu tun.\n',
    }),
    answer: (name, link, answer) => ({
      subject: 'Dein Widerspruch: die Antwort',
      text:
        `Hallo ${name},\n\ndas ist die Antwort auf deinen Widerspruch:\n\n${answer}\n\nBist du nicht einverstanden, kannst du das ` +
        `einmal sagen, innerhalb von dreißig Tagen:\n\n${link}\n`,
    }),
  },
}

/** What is written to somebody without an account who objected. */
export function writeObjectionLetter(
  purpose: 'confirm' | 'answer',
  reader: { readonly email: string; readonly name: string; readonly language: string },
  { link, answer = '' }: { readonly link: string; readonly answer?: string },
): ObjectionLetter {
  const wording = WORDINGS[reader.language === 'de' ? 'de' : 'en'][purpose]
  return { to: reader.email, ...wording(reader.name, link, answer) }
}

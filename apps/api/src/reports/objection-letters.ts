import type { Language } from '@kith/contract'

interface Words {
  readonly subject: string
  readonly parts: readonly (string | { readonly words: string; readonly link: string })[]
}

export interface ObjectionLetter extends Words {
  readonly to: string
  readonly language: Language
}

type Wording = (name: string, link: string, answer: string) => Words

const WORDINGS: Record<Language, Record<'confirm' | 'answer', Wording>> = {
  en: {
    confirm: (name, link) => ({
      subject: 'Your objection',
      parts: [
        `Hello ${name},`,
        {
          words:
            'somebody, probably you, objected to what may be said of you on Kith. Please confirm that with this link within ' +
            'two days. Only then does somebody read it:',
          link,
        },
        'If it was not you, you need not do anything.',
      ],
    }),
    answer: (name, link, answer) => ({
      subject: 'Your objection: the answer',
      parts: [
        `Hello ${name},`,
        'this is the answer to your objection:',
        answer,
        { words: 'If you do not agree you can say so once, within thirty days:', link },
      ],
    }),
  },
  de: {
    confirm: (name, link) => ({
      subject: 'Dein Widerspruch',
      parts: [
        `Hallo ${name},`,
        {
          words:
            'jemand, wohl du selbst, hat dem widersprochen, was auf Kith über dich stehen könnte. Bitte bestätige das ' +
            'innerhalb von zwei Tagen mit diesem Link. Erst dann liest es jemand:',
          link,
        },
        'Warst das nicht du, brauchst du nichts zu tun.',
      ],
    }),
    answer: (name, link, answer) => ({
      subject: 'Dein Widerspruch: die Antwort',
      parts: [
        `Hallo ${name},`,
        'das ist die Antwort auf deinen Widerspruch:',
        answer,
        {
          words: 'Bist du nicht einverstanden, kannst du das einmal sagen, innerhalb von dreißig Tagen:',
          link,
        },
      ],
    }),
  },
}

/** What is written to somebody without an account who objected. */
export function writeObjectionLetter(
  purpose: 'confirm' | 'answer',
  reader: { readonly email: string; readonly name: string; readonly language: string },
  { link, answer = '' }: { readonly link: string; readonly answer?: string },
): ObjectionLetter {
  const language = reader.language === 'de' ? 'de' : 'en'
  return { to: reader.email, language, ...WORDINGS[language][purpose](reader.name, link, answer) }
}

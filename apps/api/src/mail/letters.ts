import type { Language } from '@kith/contract'
import type { Letter } from './mailer.ts'

export type Purpose = 'reset' | 'verify' | 'taken' | 'passkey' | 'password'

interface Wording {
  readonly subject: string
  readonly words: string
  readonly after?: string
}

const HELLO: Record<Language, (name: string) => string> = {
  en: (name) => `Hello ${name},`,
  de: (name) => `Hallo ${name},`,
}

const WORDINGS: Record<Language, Record<Purpose, Wording>> = {
  en: {
    reset: {
      subject: 'A new password for Kith',
      words: 'with this link you choose a new password. It works once, within an hour:',
      after: 'If you did not ask for it, you need not do anything.',
    },
    verify: {
      subject: 'Your address for Kith',
      words: 'with this link you confirm your address and are in:',
    },
    taken: {
      subject: 'You have an account with Kith',
      words:
        'somebody, probably you, wanted to sign up with this address. There is an account with it already. Sign in here, or ' +
        'choose a new password there:',
    },
    passkey: {
      subject: 'A new passkey for Kith',
      words:
        'a passkey was added to your account: whoever has its device can sign in with it. If that was not you, remove it in ' +
        'the settings and choose a new password:',
    },
    password: {
      subject: 'Your password for Kith was changed',
      words:
        'your password for Kith was changed, and wherever else you were signed in you no longer are. If that was not you, ' +
        'choose a new one here:',
    },
  },
  de: {
    reset: {
      subject: 'Ein neues Passwort für Kith',
      words: 'mit diesem Link wählst du ein neues Passwort. Er gilt einmal, eine Stunde lang:',
      after: 'Wenn du nicht danach gefragt hast, brauchst du nichts zu tun.',
    },
    verify: {
      subject: 'Deine Adresse für Kith',
      words: 'mit diesem Link bestätigst du deine Adresse und bist drin:',
    },
    taken: {
      subject: 'Du hast ein Konto bei Kith',
      words:
        'jemand, wohl du selbst, wollte sich mit dieser Adresse anmelden. Zu ihr gibt es schon ein Konto. Melde dich hier an ' +
        'oder wähle dort ein neues Passwort:',
    },
    passkey: {
      subject: 'Ein neuer Passkey für Kith',
      words:
        'zu deinem Konto kam ein Passkey dazu: Wer das Gerät dazu hat, kann sich damit anmelden. Warst das nicht du, entferne ' +
        'ihn in den Einstellungen und wähle ein neues Passwort:',
    },
    password: {
      subject: 'Dein Passwort für Kith wurde geändert',
      words:
        'dein Passwort für Kith wurde geändert, und überall sonst, wo du angemeldet warst, bist du es nicht mehr. Warst das ' +
        'nicht du, wähle hier ein neues:',
    },
  },
}

/** What a letter about an account says, in the language of its reader. */
export function writeLetter(
  purpose: Purpose,
  reader: { readonly email: string; readonly name: string; readonly language?: string | null | undefined },
  link: string,
): Letter {
  const language = reader.language === 'de' ? 'de' : 'en'
  const { subject, words, after } = WORDINGS[language][purpose]
  const parts = [HELLO[language](reader.name), { words, link }, ...(after === undefined ? [] : [after])]
  return { to: reader.email, subject, language, parts }
}

import type { Language } from '@kith/contract'
import type { Letter } from './mailer.ts'

export type Purpose = 'reset' | 'verify' | 'taken' | 'passkey' | 'password'

interface Wording {
  readonly subject: string
  readonly text: (name: string, link: string) => string
}

const WORDINGS: Record<Language, Record<Purpose, Wording>> = {
  en: {
    reset: {
      subject: 'A new password for Kith',
      text: (name, link) =>
        `Hello ${name},\n\nwith this link you choose a new password. It works once, within an hour:\n\n${link}\n\n` +
        'If you did not ask for it, you need not do anything.\n',
    },
    verify: {
      subject: 'Your address for Kith',
      text: (name, link) =>
        `Hello ${name},\n\nwith this link you confirm your address and are in:\n\n${link}\n`,
    },
    taken: {
      subject: 'You have an account with Kith',
      text: (name, link) =>
        `Hello ${name},\n\nsomebody, probably you, wanted to sign up with this address. There is an account with it ` +
        `already. Sign in here, or choose a new password there:\n\n${link}\n`,
    },
    passkey: {
      subject: 'A new passkey for Kith',
      text: (name, link) =>
        `Hello ${name},\n\na passkey was added to your account: whoever has its device can sign in with it. If that was ` +
        `not you, remove it in the settings and choose a new password:\n\n${link}\n`,
    },
    password: {
      subject: 'Your password for Kith was changed',
      text: (name, link) =>
        `Hello ${name},\n\nyour password for Kith was changed, and wherever else you were signed in you no longer are. If that ` +
        `was not you, choose a new one here:\n\n${link}\n`,
    },
  },
  de: {
    reset: {
      subject: 'Ein neues Passwort für Kith',
      text: (name, link) =>
        `Hallo ${name},\n\nmit diesem Link wählst du ein neues Passwort. Er gilt einmal, eine Stunde lang:\n\n${link}\n\n` +
        'Wenn du nicht danach gefragt hast, brauchst du nichts zu tun.\n',
    },
    verify: {
      subject: 'Deine Adresse für Kith',
      text: (name, link) =>
        `Hallo ${name},\n\nmit diesem Link bestätigst du deine Adresse und bist drin:\n\n${link}\n`,
    },
    taken: {
      subject: 'Du hast ein Konto bei Kith',
      text: (name, link) =>
        `Hallo ${name},\n\njemand, wohl du selbst, wollte sich mit dieser Adresse anmelden. Zu ihr gibt es schon ein ` +
        `Konto. Melde dich hier an oder wähle dort ein neues Passwort:\n\n${link}\n`,
    },
    passkey: {
      subject: 'Ein neuer Passkey für Kith',
      text: (name, link) =>
        `Hallo ${name},\n\nzu deinem Konto kam ein Passkey dazu: Wer das Gerät dazu hat, kann sich damit anmelden. Warst ` +
        `das nicht du, entferne ihn in den Einstellungen und wähle ein neues Passwort:\n\n${link}\n`,
    },
    password: {
      subject: 'Dein Passwort für Kith wurde geändert',
      text: (name, link) =>
        `Hallo ${name},\n\ndein Passwort für Kith wurde geändert, und überall sonst, wo du angemeldet warst, bist du es ` +
        `nicht mehr. Warst das nicht du, wähle hier ein neues:\n\n${link}\n`,
    },
  },
}

/** What a letter about an account says, in the language of its reader. */
export function writeLetter(
  purpose: Purpose,
  reader: { readonly email: string; readonly name: string; readonly language?: string | null | undefined },
  link: string,
): Letter {
  const { subject, text } = WORDINGS[reader.language === 'de' ? 'de' : 'en'][purpose]
  return { to: reader.email, subject, text: text(reader.name, link) }
}

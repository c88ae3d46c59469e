import { i18n } from '@lingui/core'
import { remember, remembered } from './remembered.ts'

export const LANGUAGES = ['en', 'de'] as const
export type AppLanguage = (typeof LANGUAGES)[number]

const CATALOGS = {
  en: () => import('../locales/en.po'),
  de: () => import('../locales/de.po'),
} as const

/** The remembered language, else the first one of the system that we speak, else English. */
export function preferredLanguage(): AppLanguage {
  const wishes = [remembered('language'), ...navigator.languages]
  for (const wish of wishes) {
    const known = LANGUAGES.find((language) => wish?.toLowerCase().split('-')[0] === language)
    if (known !== undefined) return known
  }
  return 'en'
}

/** Loads a language's words and shows everything in it. */
export async function speak(language: AppLanguage): Promise<void> {
  const { messages } = await CATALOGS[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
}

/** What was chosen on this device; `system` goes by the languages that the device asks for. */
export function chosenLanguage(): AppLanguage | 'system' {
  const chosen = remembered('language')
  return LANGUAGES.find((language) => language === chosen) ?? 'system'
}

/** Speaks a language and remembers it on this device; answers which one is spoken now. */
export async function chooseLanguage(choice: AppLanguage | 'system'): Promise<AppLanguage> {
  remember('language', choice === 'system' ? null : choice)
  const language = preferredLanguage()
  await speak(language)
  return language
}

/** The language spoken now. */
export function spokenLanguage(): AppLanguage {
  return i18n.locale === 'de' ? 'de' : 'en'
}

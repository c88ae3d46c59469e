import { i18n } from '@lingui/core'
import { remember, remembered } from './remembered.ts'

export const LANGUAGES = ['en', 'de'] as const
export type AppLanguage = (typeof LANGUAGES)[number]

// The build cuts each catalog in two (`first-pages.ts`): the words of the pages that a first visit comes to, and the others.
const FIRST = {
  en: () => import('../locales/en.po'),
  de: () => import('../locales/de.po'),
} as const
const REST = {
  en: () => import('../locales/en.po?rest?lingui'),
  de: () => import('../locales/de.po?rest?lingui'),
} as const
const FIRST_PAGES = /^\/(?:sign-in|subjects\/[^/]+)?$/

let speaksAll = false
let speaking = Promise.resolve()

/** The remembered language, else the first one of the system that we speak, else English. */
export function preferredLanguage(): AppLanguage {
  const wishes = [remembered('language'), ...navigator.languages]
  for (const wish of wishes) {
    const known = LANGUAGES.find((language) => wish?.toLowerCase().split('-')[0] === language)
    if (known !== undefined) return known
  }
  return 'en'
}

/** Loads a language's words, as far as they are needed by now, and shows everything in it. */
export function speak(language: AppLanguage): Promise<void> {
  speaking = show(language)
  return speaking
}

async function show(language: AppLanguage): Promise<void> {
  const [first, rest] = await Promise.all([FIRST[language](), speaksAll ? REST[language]() : undefined])
  i18n.loadAndActivate({ locale: language, messages: { ...first.messages, ...rest?.messages } })
  document.documentElement.lang = language
}

/** Loads the words that a page needs beyond those of the first pages. */
export async function speakOn(path: string): Promise<void> {
  if (!FIRST_PAGES.test(path)) await speakEverywhere()
}

/** Loads the words of all pages and sheets. */
export async function speakEverywhere(): Promise<void> {
  speaksAll = true
  // A language that cannot be loaded is not spoken; the one before is.
  await speaking.catch(() => undefined)
  const language = spokenLanguage()
  const { messages } = await REST[language]()
  // Nobody is told, as loading by the library would: nothing that is on screen by now needs them.
  if (language === spokenLanguage()) Object.assign(i18n.messages, messages)
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
  // Whatever is on screen, or comes meanwhile.
  speaksAll = true
  await speak(language)
  return language
}

/** The language spoken now. */
export function spokenLanguage(): AppLanguage {
  return i18n.locale === 'de' ? 'de' : 'en'
}

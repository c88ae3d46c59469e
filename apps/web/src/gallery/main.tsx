import '../ui/base/tokens.css'
import '../ui/base/fonts.css'
import '../ui/base/base.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createRoot } from 'react-dom/client'
import { preferredLanguage, speak, speakEverywhere } from '../lib/language.ts'
import { Gallery } from './gallery.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no element to show the parts in')

await speak(preferredLanguage())
await speakEverywhere()
createRoot(root).render(
  <I18nProvider i18n={i18n}>
    <Gallery />
  </I18nProvider>,
)

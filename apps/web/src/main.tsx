import './ui/base/tokens.css'
import './ui/base/fonts.css'
import './ui/base/base.css'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App, openPage } from './app/app.tsx'
import { listenForInstallOffer } from './lib/installing.ts'
import { preferredLanguage, speak } from './lib/language.ts'
import { watchForNewVersion } from './lib/new-version.ts'
import { registerServiceWorker } from './lib/service-worker.ts'
import { areStylesHere } from './lib/styles.ts'
import { deviceTimeZone } from './lib/time-zone.ts'
import { whenIdle } from './lib/when-idle.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no element to build the app in')

listenForInstallOffer()
// The first date that a browser says takes it long: by itself, while the rest is on its way.
whenIdle(deviceTimeZone)
// Words, page and styles come together; until all are there, what index.html holds stands there.
await Promise.all([speak(preferredLanguage()), openPage(), areStylesHere()])
// In small pieces, so that a slow device goes on listening.
startTransition(() => createRoot(root).render(<App />))
if (import.meta.env.PROD) {
  registerServiceWorker()
  watchForNewVersion()
}

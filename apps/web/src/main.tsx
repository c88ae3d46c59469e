import './ui/base/tokens.css'
import './ui/base/fonts.css'
import './ui/base/base.css'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { openApp } from './app/app.tsx'
import { listenForInstallOffer } from './lib/installing.ts'
import { preferredLanguage, speak } from './lib/language.ts'
import { watchForNewVersion } from './lib/new-version.ts'
import { nextTask } from './lib/next-task.ts'
import { registerServiceWorker } from './lib/service-worker.ts'
import { areStylesHere } from './lib/styles.ts'
import { deviceTimeZone } from './lib/time-zone.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no element to build the app in')

listenForInstallOffer()
// Not in one go with reading the scripts; nor the first date that a browser says, which takes it long.
await nextTask()
deviceTimeZone()
await nextTask()
// Words, page and styles come together; until all are there, what index.html holds stands there.
const [app] = await Promise.all([openApp(), speak(preferredLanguage()), areStylesHere()])
// In small pieces, so that a slow device goes on listening.
startTransition(() => createRoot(root).render(app))
if (import.meta.env.PROD) {
  registerServiceWorker()
  watchForNewVersion()
}

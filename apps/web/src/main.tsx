import './ui/base/tokens.css'
import './ui/base/fonts.css'
import './ui/base/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { preferredLanguage, speak } from './lib/language.ts'
import { registerServiceWorker } from './lib/service-worker.ts'
import { reloadWhenStale } from './lib/stale-build.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no element to build the app in')

reloadWhenStale()
await speak(preferredLanguage())
createRoot(root).render(<App />)
if (import.meta.env.PROD) registerServiceWorker()

import { listenForPushes } from './push.ts'
import { listenForRenewals } from './renewed-push.ts'
import { keepShell } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

keepShell(self)
listenForPushes(self)
listenForRenewals(self)

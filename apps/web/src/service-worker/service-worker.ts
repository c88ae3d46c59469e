import { keepShell } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

keepShell(self)

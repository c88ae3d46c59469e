import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import type { ChangeWriter } from './changes/change-writer.ts'
import type { Seal } from './changes/sealed-value.ts'
import type { Mailer } from './mail/mailer.ts'
import { writeNews } from './mail/news-letter.ts'
import type { NotificationService } from './notifications/notifications-service.ts'
import { PUBLIC_NET } from './outside/outside-request.ts'
import { createPushCall, pushKeysOf } from './telling/push-call.ts'
import { createTeller } from './telling/teller.ts'
import { tellingRoutes, unsubscribeRoutes } from './telling/telling-routes.ts'
import { createTelling } from './telling/telling-service.ts'
import { type WaysDeps, waysOf } from './telling/ways.ts'

interface Spine {
  readonly changes: ChangeWriter
  readonly seal: Seal
  readonly notifications: NotificationService
  readonly mailer: Mailer
  /** A key of the installation's own, for the ids of mails. */
  readonly secret: string
  /** The private key by which push services know the installation. */
  readonly pushKey: Buffer
}

export type TellingRooms = ReturnType<typeof createTellingRooms>

/** Builds what reaches people who are not looking. */
export function createTellingRooms(deps: AppDeps, spine: Spine) {
  const { config, database, log, now, address, outside } = deps
  const { db } = database
  const { notifications, mailer, secret } = spine
  const keys = pushKeysOf(spine.pushKey)
  const telling = createTelling({ ...spine, db, now, pushKey: keys.publicKey })
  const push = createPushCall({ net: outside ?? PUBLIC_NET, keys, contact: contactOf(address) })
  const idOf = (no: number, told: Date): string => {
    const digest = createHmac('sha256', secret).update(`news ${no} ${told.toISOString()}`).digest('hex')
    return `<${digest.slice(0, 32)}@${new URL(address).hostname}>`
  }
  const send: WaysDeps['send'] = ({ no, name, language, telling: { time } }, { email, told }, news) => {
    const unsubscribeToken = telling.unsubscribeToken(no)
    const to = { email, name, language, time, messageId: idOf(no, told) }
    return mailer.send(writeNews({ ...to, address, unsubscribeToken }, news))
  }
  const teller = createTeller({
    ...{ database, log, now, verifies: config.smtpUrl !== undefined },
    news: (person, between) => notifications.news(person, between),
    waysOf: (reader) => waysOf({ db, now, send, push }, reader),
  })
  return { telling, teller }
}

// Push services take no web address without encryption, and none of this machine.
function contactOf(address: string): string {
  return address.startsWith('https:') ? address : 'mailto:kith@localhost'
}

/** Registers what people choose about it, and what a mail leads to. */
export async function registerTellingRooms(api: FastifyInstance, rooms: TellingRooms): Promise<void> {
  await api.register(tellingRoutes, rooms)
  await api.register(unsubscribeRoutes, rooms)
}

import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import type { ChangeWriter } from './changes/change-writer.ts'
import type { Seal } from './changes/sealed-value.ts'
import { createJobs } from './jobs/job-runner.ts'
import type { Mailer } from './mail/mailer.ts'
import { writeNews } from './mail/news-letter.ts'
import type { NotificationService } from './notifications/notifications-service.ts'
import { createTeller } from './telling/teller.ts'
import { tellingRoutes, unsubscribeRoutes } from './telling/telling-routes.ts'
import { createTelling } from './telling/telling-service.ts'
import type { Reader } from './telling/telling-store.ts'

interface Spine {
  readonly changes: ChangeWriter
  readonly seal: Seal
  readonly notifications: NotificationService
  readonly mailer: Mailer
  /** A key of the installation's own, for the ids of mails. */
  readonly secret: string
}

export type TellingRooms = ReturnType<typeof createTellingRooms>

/** Builds what reaches people who are not looking, and the jobs that do it. */
export function createTellingRooms(deps: AppDeps, spine: Spine) {
  const { config, database, log, now, address } = deps
  const { notifications, mailer, secret } = spine
  const telling = createTelling({ db: database.db, ...spine })
  const idOf = ({ no, told }: Reader): string => {
    const digest = createHmac('sha256', secret).update(`news ${no} ${told.toISOString()}`).digest('hex')
    return `<${digest.slice(0, 32)}@${new URL(address).hostname}>`
  }
  const teller = createTeller({
    ...{ database, log, now, verifies: config.smtpUrl !== undefined },
    news: (person, between) => notifications.news(person, between),
    send: (reader, news) => {
      const { email, name, language } = reader
      const unsubscribeToken = telling.unsubscribeToken(reader.no)
      const to = { email, name, language, time: reader.telling.time, messageId: idOf(reader) }
      return mailer.send(writeNews({ ...to, address, unsubscribeToken }, news))
    },
  })
  const jobs = createJobs({
    ...{ connection: database.connection, log },
    round: () => teller.waiting(),
    perPerson: (person) => teller.tell(person),
  })
  return { telling, jobs }
}

/** Registers what people choose about it, and what a mail leads to. */
export async function registerTellingRooms(api: FastifyInstance, rooms: TellingRooms): Promise<void> {
  await api.register(tellingRoutes, rooms)
  await api.register(unsubscribeRoutes, rooms)
}

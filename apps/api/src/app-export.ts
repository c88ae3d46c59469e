import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import type { ClubRooms } from './app-clubs.ts'
import type { createPeopleRooms } from './app-people.ts'
import type { createPostRooms } from './app-posts.ts'
import { exportRoutes } from './export/export-routes.ts'
import { createExport, type ExportedRooms, readAll } from './export/export-service.ts'
import type { RateLimits } from './http/rate-limits.ts'
import type { IntroductionService } from './introductions/introductions-service.ts'
import type { TellingService } from './telling/telling-service.ts'

interface Rooms {
  readonly people: Awaited<ReturnType<typeof createPeopleRooms>>
  readonly posts: ReturnType<typeof createPostRooms>
  readonly clubs: ClubRooms
  readonly introductions: IntroductionService
  readonly telling: TellingService
}

/** Registers the export: every part of it is what a room answers somebody who asks for what is his. */
export async function registerExport(
  api: FastifyInstance,
  { database, now }: AppDeps,
  rates: RateLimits,
  rooms: Rooms,
): Promise<void> {
  const exported = createExport({ db: database.db, rates, now, rooms: exportedRooms(rooms) })
  await api.register(exportRoutes, { exported })
}

function exportedRooms({ people, posts, clubs, introductions, telling }: Rooms): ExportedRooms {
  return {
    whole: {
      me: (viewer) => people.people.me(viewer),
      sessions: async (viewer) => (await people.sessions.list(viewer)).sessions,
      passkeys: async (viewer) => (await people.passkeys.list(viewer)).passkeys,
      ties: async (viewer) => (await people.ties.list(viewer)).ties,
      circles: async (viewer) => (await people.circles.list(viewer)).circles,
      requests: (viewer) => people.requests.list(viewer),
      invitations: async (viewer) => (await people.invitations.list(viewer)).invitations,
      toInvite: async (viewer) => (await people.toInvite.list(viewer)).toInvite,
      blocks: async (viewer) => (await people.blocks.list(viewer)).blocks,
      hidden: (viewer) => posts.hidden.list(viewer),
      closed: (viewer) => posts.closed.list(viewer),
      askables: async (viewer) => (await posts.askables.own(viewer)).askables,
      introductions: (viewer) => introductions.list(viewer),
      clubs: (viewer) => clubs.clubs.list(viewer),
      telling: (viewer) => telling.read(viewer),
      devices: (viewer) => telling.listDevices(viewer),
      imports: async (viewer) => (await posts.imports.list(viewer)).imports,
    },
    paged: pagedRooms(posts),
    photo: (viewer, post) => posts.photos.read(viewer, post, 'large'),
    face: (viewer, { handle, photo }) =>
      people.faces.read(viewer, handle, { size: 'large', version: photo ?? '' }),
  }
}

function pagedRooms(posts: Rooms['posts']): ExportedRooms['paged'] {
  return {
    recommendations: async (viewer, cursor) => {
      const page = await posts.reading.listMine(viewer, { cursor, notebook: false })
      const items = page.recommendations.map(async (one) => ({
        ...one,
        ...(await posts.reading.history(viewer, one.voice.post)),
      }))
      return { items: await Promise.all(items), cursor: page.cursor }
    },
    asks: async (viewer, cursor) => {
      const page = await posts.askReading.listMine(viewer, cursor)
      const items = page.asks.map(async (ask) => ({
        ask,
        ...(await posts.answers.list(viewer, ask.ask.post)),
      }))
      return { items: await Promise.all(items), cursor: page.cursor }
    },
    forMe: (viewer, cursor) => posts.forMe.read(viewer, cursor),
    remembered: async (viewer, cursor) => {
      const page = await posts.remembered.list(viewer, cursor)
      return { items: page.remembered, cursor: page.cursor }
    },
    thanks: async (viewer, cursor) => {
      const page = await posts.thanks.list(viewer, cursor)
      return { items: page.thanks, cursor: page.cursor }
    },
    threads: async (viewer, cursor) => {
      const page = await posts.threads.list(viewer, cursor)
      const items = page.threads.map(async (thread) => ({
        thread,
        messages: await readAll(async (reader, at) => {
          const { messages, cursor: next } = await posts.threads.read(reader, thread.id, at)
          return { items: messages, cursor: next }
        }, viewer),
      }))
      return { items: await Promise.all(items), cursor: page.cursor }
    },
  }
}

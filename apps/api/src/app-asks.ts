import type { FastifyInstance } from 'fastify'
import { askLinkRoutes, byAskLinkRoutes } from './ask-links/ask-links-routes.ts'
import { type AskLinkDeps, createAskLinks } from './ask-links/ask-links-service.ts'
import { createGuestAnswers, type GuestAnswerDeps } from './ask-links/guest-answers-service.ts'
import { selectLinesAbout } from './askable/askable-rows.ts'
import { readAnswerable } from './asks/answerable-reading.ts'
import { type AnswerDeps, createAnswers } from './asks/answers-service.ts'
import { type AskingDirectlyDeps, createAskingDirectly } from './asks/asking-directly.ts'
import { type AskReadingDeps, createAskReading } from './asks/asks-reading.ts'
import { type AskDeps, createAsks } from './asks/asks-service.ts'
import { readKnowing } from './asks/knowing-reading.ts'
import type { Viewer } from './http/context.ts'
import { newLinkSecret } from './http/link-secrets.ts'
import type { RateLimits } from './http/rate-limits.ts'

/** What people ask their network for, and how it answers. */
export function createAskRooms(
  deps: AskReadingDeps & Omit<AskDeps & AnswerDeps, 'reading'> & AskingDirectlyDeps,
) {
  const { sql } = deps
  const reading = createAskReading(deps)
  return {
    askReading: reading,
    ownAsks: createAsks({ ...deps, reading }),
    answers: createAnswers({ ...deps, reading }),
    askingDirectly: createAskingDirectly(deps),
    answerable: (viewer: Viewer) => readAnswerable(deps, viewer),
    knowing: (viewer: Viewer, ask: string) =>
      readKnowing({ ...deps, linesAbout: (no, kind) => selectLinesAbout(sql, no, kind) }, viewer, ask),
  }
}

type LinkRooms = ReturnType<typeof createAskLinkRooms>

/** What somebody without an account sees of an ask by its link, and answers. */
export function createAskLinkRooms(deps: Omit<AskLinkDeps & GuestAnswerDeps, 'newSecret'>) {
  return {
    askLinks: createAskLinks({ ...deps, newSecret: newLinkSecret }),
    guestAnswers: createGuestAnswers(deps),
  }
}

/** Registers what the rooms of asks by link answer. */
export async function registerAskLinkRooms(
  api: FastifyInstance,
  rooms: LinkRooms & { readonly rates: RateLimits },
): Promise<void> {
  await api.register(byAskLinkRoutes, rooms)
  await api.register(askLinkRoutes, rooms)
}

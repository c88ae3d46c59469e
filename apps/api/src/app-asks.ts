import type { FastifyInstance } from 'fastify'
import { askLinkRoutes, byAskLinkRoutes } from './ask-links/ask-links-routes.ts'
import { type AskLinkDeps, createAskLinks } from './ask-links/ask-links-service.ts'
import { createGuestAnswers, type GuestAnswerDeps } from './ask-links/guest-answers-service.ts'
import { type AnswerDeps, createAnswers } from './asks/answers-service.ts'
import { type AskReadingDeps, createAskReading } from './asks/asks-reading.ts'
import { type AskDeps, createAsks } from './asks/asks-service.ts'
import { newLinkSecret } from './http/link-secrets.ts'
import type { RateLimits } from './http/rate-limits.ts'

/** What people ask their network for, and how it answers. */
export function createAskRooms(deps: AskReadingDeps & Omit<AskDeps & AnswerDeps, 'reading'>) {
  const reading = createAskReading(deps)
  return {
    askReading: reading,
    ownAsks: createAsks({ ...deps, reading }),
    answers: createAnswers({ ...deps, reading }),
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

import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import type { ChangeWriter } from './changes/change-writer.ts'
import type { Graph } from './graph/graph-follower.ts'
import type { AskReader, VoiceReader } from './graph/voice-reader.ts'
import { introductionRoutes } from './introductions/introductions-routes.ts'
import { createIntroductions, type IntroductionService } from './introductions/introductions-service.ts'
import { insertMessage, makeSharedThread } from './threads/threads-store.ts'
import { isBlocked } from './ties/blocks-store.ts'
import type { TieRequestsService } from './ties/requests-service.ts'
import { findPair, lockPersons, lockTieWith } from './ties/ties-store.ts'

interface Spine {
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly asks: AskReader
  readonly requests: TieRequestsService
}

/** Builds the room of introductions, which makes threads of three, and asks for ties. */
export function createIntroductionRoom({ database, ids, now }: AppDeps, spine: Spine): IntroductionService {
  const { db, sql } = database
  return createIntroductions({
    ...{ db, sql, ids, now, ...spine },
    ...{ lockPersons, lockTieWith, isBlocked },
    isTied: async (tx, one, other) => (await findPair(tx, one, other))?.endedAt === null,
    openThread: async (tx, { people, writer, words, at }) => {
      const thread = await makeSharedThread(tx, { id: ids.dated(), people, at })
      for (const text of words)
        await insertMessage(tx, { id: ids.dated(), thread, writer, text, picture: null, at })
      return thread
    },
    requestTie: (viewer, find, claim) => spine.requests.makeTo(viewer, find, claim),
  })
}

/** Registers what the room of introductions answers. */
export async function registerIntroductionRoom(
  api: FastifyInstance,
  introductions: IntroductionService,
): Promise<void> {
  await api.register(introductionRoutes, { introductions })
}

import { LIMITS } from '@kith/contract'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import { createAskLinkRooms, createAskRooms, registerAskLinkRooms } from './app-asks.ts'
import { createToldRooms, registerToldRooms } from './app-told.ts'
import { askableRoutes } from './askable/askable-routes.ts'
import { createAskables } from './askable/askable-service.ts'
import { askRoutes, knowingRoutes } from './asks/asks-routes.ts'
import { careRoutes } from './care/care-routes.ts'
import { createCare } from './care/care-service.ts'
import { type ChangeWriter } from './changes/change-writer.ts'
import { type Seal } from './changes/sealed-value.ts'
import { commentRoutes } from './comments/comments-routes.ts'
import { createComments } from './comments/comments-service.ts'
import { moveRoutes, outcomeRoutes } from './experience/experience-routes.ts'
import { createMoves } from './experience/moves-service.ts'
import { createOutcomes } from './experience/outcomes-service.ts'
import { feedRoutes } from './feed/feed-routes.ts'
import { createFeed } from './feed/feed-service.ts'
import { createClosed } from './for-me/closed-service.ts'
import { closedRoutes, forMeRoutes } from './for-me/for-me-routes.ts'
import { createForMe } from './for-me/for-me-service.ts'
import { type Graph } from './graph/graph-follower.ts'
import { type AskReader, type VoiceReader } from './graph/voice-reader.ts'
import { hiddenRoutes } from './hidden/hidden-routes.ts'
import { createHidden } from './hidden/hidden-service.ts'
import { type RateLimits } from './http/rate-limits.ts'
import { importRoutes } from './imports/imports-routes.ts'
import { createImports } from './imports/imports-service.ts'
import { likenessRoutes } from './likeness/likeness-routes.ts'
import { createLikeness } from './likeness/likeness-service.ts'
import { linkRoutes } from './links/links-routes.ts'
import { createLinks } from './links/links-service.ts'
import { networkRoutes } from './network/network-routes.ts'
import { createNetwork } from './network/network-service.ts'
import { notify } from './notifications/notify.ts'
import { PUBLIC_NET } from './outside/outside-request.ts'
import { type PictureMaker } from './photos/picture-maker.ts'
import { resolveTies } from './posts/audience-store.ts'
import { createAddressing } from './recommendations/addressing.ts'
import { createCandidacies } from './recommendations/candidacy-service.ts'
import { createSeePerson } from './recommendations/person-voices.ts'
import { photoRoutes } from './recommendations/photo-routes.ts'
import { createPhotos } from './recommendations/photo-service.ts'
import { createReading } from './recommendations/recommendation-reading.ts'
import {
  addressingRoutes,
  candidacyRoutes,
  ownRecommendationRoutes,
  recommendationRoutes,
} from './recommendations/recommendation-routes.ts'
import { createRecommendations } from './recommendations/recommendation-service.ts'
import { questionRoutes } from './remembered/questions-routes.ts'
import { createQuestions } from './remembered/questions-service.ts'
import { rememberedRoutes } from './remembered/remembered-routes.ts'
import { createRemembered } from './remembered/remembered-service.ts'
import { searchRoutes } from './search/search-routes.ts'
import { createSearch } from './search/search-service.ts'
import { subjectRoutes } from './subjects/subjects-routes.ts'
import { createSubjects } from './subjects/subjects-service.ts'
import { thanksRoutes } from './thanks/thanks-routes.ts'
import { createThanks } from './thanks/thanks-service.ts'
import { createMessages } from './threads/messages-service.ts'
import { messageRoutes, threadRoutes } from './threads/threads-routes.ts'
import { createThreads } from './threads/threads-service.ts'
import { findTieWith, lockTie, lockTieWith } from './ties/ties-store.ts'

// To look through so many costs a few milliseconds, less than to name everybody who is heard.
const FEW_MATCHES = 5_000

interface PostSpine {
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly asks: AskReader
  readonly seal: Seal
  readonly rates: RateLimits
  readonly makePicture: PictureMaker
}

export type PostRooms = ReturnType<typeof createPostRooms>

/** The rooms that show posts: all of them ask the engine and are checked by the database. */
export function createPostRooms({ database, ids, now, outside }: AppDeps, spine: PostSpine) {
  const { db, sql } = database
  const deps = { db, sql, now, ids, notify, findTieWith, lockTie, lockTieWith, ...spine }
  const reading = createReading(deps)
  const seePerson = createSeePerson(deps)
  const asking = createAskRooms(deps)
  const { answers } = asking
  const comments = createComments(deps)
  const forMe = createForMe(deps)
  const thanks = createThanks({
    ...deps,
    wayOfAnswer: async (viewer, post) => (await answers.known(viewer, [post]))[0],
  })
  const outcomes = createOutcomes(deps)
  const threads = createThreads(deps)
  const care = createCare({ ...deps, sentTo: (viewer, posts) => forMe.about(viewer, posts) })
  const feed = createFeed({ ...deps, viewTie: (viewer, other) => findTieWith(db, viewer, other) })
  const recommendations = createRecommendations({ ...deps, reading, answers })
  const notes = {
    makeNote: recommendations.makeNote.bind(recommendations),
    removeNote: recommendations.removeNote.bind(recommendations),
  }
  const links = createAskLinkRooms({ ...deps, ...notes })
  const { guestAnswers } = links
  return {
    ...asking,
    ...links,
    reading,
    askables: createAskables({ ...deps, resolveTies }),
    recommendations,
    imports: createImports({ ...deps, ...notes }),
    photos: createPhotos({ ...deps, reading }),
    comments,
    links: createLinks({ ...deps, net: outside ?? PUBLIC_NET }),
    addressing: createAddressing(deps),
    candidacies: createCandidacies(deps),
    subjects: createSubjects({ ...deps, mostVoices: LIMITS.voicesPerSubject }),
    likeness: createLikeness(deps),
    search: createSearch({ ...deps, few: FEW_MATCHES }),
    feed,
    remembered: createRemembered(deps),
    outcomes,
    moves: createMoves(deps),
    questions: createQuestions(deps),
    thanks,
    network: createNetwork(deps),
    threads,
    care,
    messages: createMessages(deps),
    hidden: createHidden({ ...deps, seePerson }),
    forMe,
    closed: createClosed(deps),
    ...createToldRooms(deps, {
      forMe,
      answers,
      guestAnswers,
      feed,
      comments,
      thanks,
      outcomes,
      threads,
      care,
    }),
    seePerson,
    /** What changing a recommendation takes, for whoever does it in its author's place. */
    recommendationDeps: deps,
  }
}

/** Registers what the rooms of posts answer. */
export async function registerPostRooms(
  api: FastifyInstance,
  posts: PostRooms,
  rates: RateLimits,
): Promise<void> {
  await api.register(ownRecommendationRoutes, posts)
  await api.register(recommendationRoutes, posts)
  await api.register(askRoutes, posts)
  await api.register(knowingRoutes, posts)
  await registerAskLinkRooms(api, { ...posts, rates })
  await api.register(importRoutes, posts)
  await api.register(photoRoutes, posts)
  await api.register(commentRoutes, posts)
  await api.register(linkRoutes, posts)
  await api.register(addressingRoutes, posts)
  await api.register(candidacyRoutes, posts)
  await api.register(subjectRoutes, posts)
  await api.register(likenessRoutes, posts)
  await api.register(feedRoutes, posts)
  await api.register(hiddenRoutes, posts)
  await api.register(networkRoutes, posts)
  await api.register(forMeRoutes, posts)
  await api.register(closedRoutes, posts)
  await registerToldRooms(api, posts)
  await api.register(rememberedRoutes, posts)
  await api.register(questionRoutes, posts)
  await api.register(thanksRoutes, posts)
  await api.register(threadRoutes, posts)
  await api.register(messageRoutes, posts)
  await api.register(careRoutes, posts)
  await api.register(searchRoutes, posts)
  await api.register(outcomeRoutes, posts)
  await api.register(moveRoutes, posts)
  await api.register(askableRoutes, posts)
}

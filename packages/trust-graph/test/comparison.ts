import { expect } from 'vitest'
import {
  type Audience,
  type Card,
  type Page,
  type PageRequest,
  type PersonNo,
  type TrustGraph,
  UNFILTERED,
} from '../src/index.ts'
import { NOW, type Shape, SUBJECTS } from './arbitrary-facts.ts'
import type { Oracle } from './oracle.ts'
import { CardOracle } from './oracle-cards.ts'

const DAY = 86_400

const EVERYTHING: PageRequest = {
  lane: 'feed',
  order: 'ranked',
  asOf: NOW,
  highestPost: 1000,
  ...UNFILTERED,
  notBefore: undefined,
  ownExperience: false,
  among: undefined,
  after: undefined,
  limit: 1000,
}

const LISTS: readonly PageRequest[] = [
  EVERYTHING,
  { ...EVERYTHING, order: 'newest' },
  { ...EVERYTHING, lane: 'offers' },
  { ...EVERYTHING, circle: 1 },
  { ...EVERYTHING, kinds: new Set(['film', 'book', 'job']), highestPost: 5 },
  { ...EVERYTHING, only: 'asks' },
  { ...EVERYTHING, only: 'recommendations', notBefore: NOW - 100 * DAY },
  { ...EVERYTHING, notBefore: NOW - 100 * DAY },
  { ...EVERYTHING, ownExperience: true, order: 'newest' },
  { ...EVERYTHING, among: new Set([1, 2, 4, 7]), circle: 2 },
  { ...EVERYTHING, lane: 'offers', notBefore: NOW - 30 * DAY, among: new Set([1, 3, 5]) },
]

const AUDIENCES: readonly Audience[] = [
  { form: 'notebook' },
  { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
  { form: 'ties', all: true, circles: [], singles: [], excepted: [2, 3] },
  { form: 'ties', all: false, circles: [1, 2], singles: [3], excepted: [4] },
  { form: 'club', club: 1 },
]

/** Everything one can ask about a world of this shape. */
export function answersOf(graph: TrustGraph, { people, posts }: Shape): unknown {
  const everybody = Array.from({ length: people }, (_, i) => i + 1)
  const allPosts = Array.from({ length: posts }, (_, i) => i + 1)
  return {
    hearers: allPosts.map((post) => graph.whoHears(post, everybody, NOW)),
    viewers: everybody.map((viewer) => ({
      reach: graph.reach(viewer),
      seen: allPosts.map((post) => graph.maySee(viewer, post, NOW)),
      heard: graph.hearsAmong(viewer, allPosts, NOW),
      lists: LISTS.map((request) => graph.page(viewer, request)),
      card: graph.card(viewer, 1, NOW),
      shares: allPosts.map((post) => graph.outcomeShares(viewer, post, NOW)),
      offers: graph.offerQuestions(viewer, NOW),
      behind: everybody.map((tie) => graph.behind(viewer, tie, NOW)),
      previews: AUDIENCES.map((audience) => graph.preview(viewer, audience, 2)),
    })),
  }
}

/** Fails at the first question to which engine and oracle answer differently. */
export function expectEqualAnswers(graph: TrustGraph, oracle: Oracle, { people, posts }: Shape): void {
  const everybody = Array.from({ length: people }, (_, i) => i + 1)
  const allPosts = Array.from({ length: posts }, (_, i) => i + 1)
  const cards = new CardOracle(oracle)
  for (const viewer of everybody) {
    expect(graph.reach(viewer), `reach of ${viewer}`).toEqual(oracle.reach(viewer))
    for (const post of allPosts) {
      const seen = graph.maySee(viewer, post, NOW)
      expect(seen, `may ${viewer} see ${post}`).toEqual(oracle.maySee(viewer, post, NOW))
      expect(graph.hears(viewer, post, NOW), `does ${viewer} hear ${post}`).toEqual(
        oracle.hears(viewer, post, NOW),
      )
    }
    for (const post of allPosts) {
      const shares = graph.outcomeShares(viewer, post, NOW)
      expect(shares, `shares of ${viewer} in ${post}`).toEqual(cards.outcomeShares(viewer, post, NOW))
    }
    const among = allPosts.flatMap((post) => oracle.hears(viewer, post, NOW) ?? [])
    expect(graph.hearsAmong(viewer, allPosts, NOW)).toEqual(among)
    expectEqualLists(graph, cards, viewer)
    for (let subject = 1; subject <= SUBJECTS; subject++) {
      const card = graph.card(viewer, subject, NOW)
      expect(card, `card of ${subject} for ${viewer}`).toEqual(cards.card(viewer, subject, NOW))
    }
    for (const tie of everybody) {
      const brought = graph.behind(viewer, tie, NOW)
      expect(brought, `behind ${tie} for ${viewer}`).toEqual(oracle.behind(viewer, tie, NOW))
    }
    expect(graph.offerQuestions(viewer, NOW), `offers to ${viewer}`).toEqual(
      oracle.offerQuestions(viewer, NOW),
    )
    for (const audience of AUDIENCES) {
      for (const onward of [0, 1, 2] as const) {
        const preview = graph.preview(viewer, audience, onward)
        expect(preview, `preview for ${viewer}`).toEqual(oracle.preview(viewer, audience, onward))
      }
    }
  }
  for (const post of allPosts) {
    const hearers = graph.whoHears(post, everybody, NOW)
    expect(hearers, `who hears ${post}`).toEqual(oracle.whoHears(post, everybody, NOW))
  }
}

function expectEqualLists(graph: TrustGraph, cards: CardOracle, viewer: PersonNo): void {
  for (const request of LISTS) {
    const list = cards.list(viewer, request)
    const name = `${request.lane}, ${request.order} of ${viewer}`
    expect(graph.page(viewer, request), name).toEqual({ cards: list, complete: true })
    expect(pageByPage(graph, viewer, { ...request, limit: 2 }), `${name} by pages`).toEqual(list)
  }
}

function pageByPage(graph: TrustGraph, viewer: PersonNo, request: PageRequest): Card[] {
  const cards: Card[] = []
  let page: Page
  do {
    const after = cards.at(-1)?.key
    page = graph.page(viewer, { ...request, after })
    cards.push(...page.cards)
    expect(page.complete || page.cards.length === request.limit).toBe(true)
  } while (!page.complete)
  return cards
}

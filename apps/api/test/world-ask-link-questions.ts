import { givenByAskLink, guestAnswer, isLive, type KnownAskLink } from './world-ask-links.ts'
import type { Facts } from './world-facts.ts'
import { type Asker, get, NOBODY, type Prober, perAsk, post, type Questions, remove } from './world-probes.ts'
import { isOwn } from './world-rules.ts'

const NO_SECRET = 'A'.repeat(43)

/** How the links of asks are used by whoever has one, and by whoever asks. */
export const ASK_LINK_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/ask-links/{secret}': ({ facts }) => [
    {
      unknown: look(NO_SECRET),
      nothing: ofDeleted(facts).map(({ secret }) => look(secret)),
      something: facts.askLinks.filter(isLive).map((link) => look(link.secret, givenByAskLink(facts, link))),
      refused: dead(facts).map(({ secret }) => look(secret)),
    },
  ],
  'POST /api/ask-links/{secret}/answers': ({ facts }) => [
    {
      unknown: give(NO_SECRET),
      nothing: ofDeleted(facts).map(({ secret }) => give(secret)),
      refused: [
        ...dead(facts).map(({ secret }) => give(secret)),
        ...facts.askLinks.filter(isLive).map(({ secret }) => give(secret, { interest: 'paid' })),
      ],
    },
  ],
  'GET /api/asks/{id}/link': perAsk(isOwn, (id) => get(`/api/asks/${id}/link`)),
  'POST /api/asks/{id}/link': perAsk(isOwn, (id) => post(`/api/asks/${id}/link`)),
  'DELETE /api/asks/{id}/link': perAsk(isOwn, (id) => remove(`/api/asks/${id}/link`)),
  'GET /api/asks/{id}/guest-answers': perAsk(isOwn, (id) => get(`/api/asks/${id}/guest-answers`)),
  'DELETE /api/asks/{id}/guest-answers/{answer}': (asker) => [foreignAnswers(asker)],
  'POST /api/guest-answers/claims': ({ facts, viewer }) => [
    {
      unknown: claim(NO_SECRET),
      nothing: ofDeleted(facts).flatMap(({ answers }) => answers.map((one) => claim(one.claim))),
      // Nobody takes along what answers an ask of his own.
      refused: facts.askLinks
        .filter(({ ask }) => ask.author === viewer)
        .flatMap(({ answers }) => answers.map((one) => claim(one.claim))),
    },
  ],
}

function look(secret: string, gives: readonly string[] = []) {
  return get(`/api/ask-links/${secret}`, gives)
}

function give(secret: string, more: object = {}) {
  return post(`/api/ask-links/${secret}/answers`, { ...guestAnswer(), ...more })
}

function claim(secret: string) {
  return post('/api/guest-answers/claims', { claim: secret })
}

function ofDeleted({ askLinks }: Facts): KnownAskLink[] {
  return askLinks.filter(({ ask }) => ask.gone)
}

function dead({ askLinks }: Facts): KnownAskLink[] {
  return askLinks.filter((link) => !link.ask.gone && !isLive(link))
}

/** What came to others is removed by nobody else, also not by way of an ask of his own. */
function foreignAnswers({ facts, viewer }: Asker): Questions {
  const foreign = facts.askLinks.filter(({ ask }) => ask.author !== viewer)
  const own = facts.asks.filter(({ author }) => author === viewer)
  return {
    unknown: remove(`/api/asks/${NOBODY}/guest-answers/${NOBODY}`),
    nothing: foreign.flatMap(({ ask, answers }) =>
      answers.flatMap((one) =>
        [ask, ...own].map(({ id }) => remove(`/api/asks/${id}/guest-answers/${one.id}`)),
      ),
    ),
  }
}

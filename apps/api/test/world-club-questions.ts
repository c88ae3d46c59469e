import { memberOf, pairOf } from './world-facts.ts'
import {
  type Asker,
  get,
  IDS,
  NOBODY,
  type Probe,
  type Prober,
  patch,
  perId,
  post,
  type Questions,
  reads,
  remove,
} from './world-probes.ts'
import { isApart } from './world-rules.ts'
import { token } from './world-words.ts'

const NO_CODE = 'AAAA-AAAA'
const CODE = { hours: 3, most: 5 }

const perClub = (probe: (id: string) => Probe) => perId(IDS.clubs, IDS.clubsOf, probe)
const perOwnClub = (probe: (id: string) => Probe) => perId(IDS.clubs, IDS.clubsHostedBy, probe)

/** How clubs, who is in them and how one gets in are asked for. */
export const CLUB_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/clubs': reads(get('/api/clubs')),
  'POST /api/clubs': () => [{ something: [post('/api/clubs', { name: token(), about: null })] }],
  'GET /api/clubs/{id}': perClub((id) => get(`/api/clubs/${id}`)),
  'PATCH /api/clubs/{id}': perOwnClub((id) => patch(`/api/clubs/${id}`, { about: null })),
  'DELETE /api/clubs/{id}': perOwnClub((id) => remove(`/api/clubs/${id}`)),
  'PATCH /api/clubs/{id}/membership': perClub((id) =>
    patch(`/api/clubs/${id}/membership`, { paused: false }),
  ),
  'DELETE /api/clubs/{id}/membership': perClub((id) => remove(`/api/clubs/${id}/membership`)),
  'GET /api/clubs/{id}/members': (asker) => [
    ...perClub((id) => get(`/api/clubs/${id}/members`))(asker),
    ...perClub((id) => get(`/api/clubs/${id}/members?q=b`))(asker),
  ],
  'DELETE /api/clubs/{id}/members/{person}': (asker) => [
    ...perOwnClub((id) => remove(`/api/clubs/${id}/members/${NOBODY}`))(asker),
    ...IDS.clubsHostedBy(asker).map((id) =>
      perHidden(asker, id, (person) => remove(`/api/clubs/${id}/members/${person}`)),
    ),
  ],
  'PUT /api/clubs/{id}/host': (asker) => [
    ...perOwnClub((id) => handOver(id, NOBODY))(asker),
    ...IDS.clubsHostedBy(asker).map((id) => perHidden(asker, id, (person) => handOver(id, person))),
  ],
  'POST /api/clubs/{id}/members/{person}/request': (asker) => [
    ...perClub((id) => offer(id, NOBODY))(asker),
    ...IDS.clubsOf(asker).map((id) => perHidden(asker, id, (person) => offer(id, person))),
  ],
  'GET /api/clubs/{id}/invitations': perClub((id) => get(`/api/clubs/${id}/invitations`)),
  'POST /api/clubs/{id}/invitations': (asker) => [
    ...perClub((id) => invite(id, NOBODY))(asker),
    ...IDS.clubsOf(asker).map((id) => ({
      unknown: invite(id, NOBODY),
      nothing: [...asker.facts.people.values()]
        .filter(({ key }) => !asker.facts.ties.has(pairOf(key, asker.viewer ?? '')))
        .map(({ client }) => invite(id, client.me.id)),
    })),
  ],
  'DELETE /api/clubs/invitations/{id}': perId(IDS.clubInvitations, IDS.clubInvitationsBy, (id) =>
    remove(`/api/clubs/invitations/${id}`),
  ),
  'POST /api/clubs/invitations/{id}/accept': perId(IDS.clubInvitations, IDS.clubInvitationsTo, (id) =>
    post(`/api/clubs/invitations/${id}/accept`),
  ),
  'POST /api/clubs/invitations/{id}/decline': perId(IDS.clubInvitations, IDS.clubInvitationsTo, (id) =>
    post(`/api/clubs/invitations/${id}/decline`),
  ),
  'GET /api/clubs/{id}/code': perOwnClub((id) => get(`/api/clubs/${id}/code`)),
  'POST /api/clubs/{id}/code': perOwnClub((id) => post(`/api/clubs/${id}/code`, CODE)),
  'DELETE /api/clubs/{id}/code': perOwnClub((id) => remove(`/api/clubs/${id}/code`)),
  'GET /api/clubs/by-code/{code}': ({ facts }) => [
    {
      unknown: get(`/api/clubs/by-code/${NO_CODE}`),
      something: [...facts.clubs.values()].flatMap(({ code, name }) =>
        code === null ? [] : [get(`/api/clubs/by-code/${code}`, [name])],
      ),
    },
  ],
  'POST /api/clubs/by-code/{code}/join': ({ facts, viewer }) => [
    {
      unknown: post(`/api/clubs/by-code/${NO_CODE}/join`),
      refused: [...facts.clubs.values()].flatMap(({ code, members }) =>
        code !== null && members.has(viewer ?? '') ? [post(`/api/clubs/by-code/${code}/join`)] : [],
      ),
    },
  ],
}

/** Whom the asker does not see in his club: whoever is not in it, and whoever he is apart from. */
function perHidden({ facts, viewer }: Asker, id: string, probe: (person: string) => Probe): Questions {
  const club = [...facts.clubs.values()].find((one) => one.id === id)
  const hidden = [...facts.people.keys()].filter(
    (key) => !club?.members.has(key) || key === viewer || isApart(facts, viewer ?? '', key),
  )
  return {
    unknown: probe(NOBODY),
    nothing: hidden.map((key) => probe(memberOf(facts, key).client.me.id)),
  }
}

function handOver(id: string, person: string): Probe {
  return { method: 'PUT', url: `/api/clubs/${id}/host`, body: { person } }
}

function offer(id: string, person: string): Probe {
  return post(`/api/clubs/${id}/members/${person}/request`)
}

function invite(id: string, person: string): Probe {
  return post(`/api/clubs/${id}/invitations`, { person })
}

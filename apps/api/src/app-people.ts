import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import { closenessSaid } from './care/care-store.ts'
import type { ChangeWriter } from './changes/change-writer.ts'
import { circleRoutes } from './circles/circles-routes.ts'
import { createCircles } from './circles/circles-service.ts'
import type { Db } from './database/client.ts'
import { newLinkSecret } from './http/link-secrets.ts'
import type { RateLimits } from './http/rate-limits.ts'
import { createSessionCheck } from './http/sessions.ts'
import { invitationRoutes } from './invitations/invitations-routes.ts'
import { createInvitations } from './invitations/invitations-service.ts'
import { leavingRoutes } from './leaving/leaving-routes.ts'
import { createLeaving } from './leaving/leaving-service.ts'
import { writeLetter } from './mail/letters.ts'
import { createMailer } from './mail/mailer.ts'
import { faceRoutes } from './people/face-routes.ts'
import { createFaces } from './people/face-service.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { createPeople } from './people/people-service.ts'
import { readMe } from './people/people-store.ts'
import type { PictureMaker } from './photos/picture-maker.ts'
import type { SeePerson } from './recommendations/person-voices.ts'
import { type MailedToken, openAuth, PASSWORD_COST } from './sessions/auth-library.ts'
import { passkeyRoutes, passkeySignInRoutes } from './sessions/passkeys-routes.ts'
import { createPasskeys } from './sessions/passkeys-service.ts'
import { confirmPassword } from './sessions/password-check.ts'
import { entryRoutes, resetRoutes, sessionRoutes } from './sessions/sessions-routes.ts'
import { createSessions, type LookAroundOption } from './sessions/sessions-service.ts'
import { createBlocks } from './ties/blocks-service.ts'
import { isBlocked } from './ties/blocks-store.ts'
import { createTieRequests } from './ties/requests-service.ts'
import { makeTie, ownCircles, refuseTooMany, sortSide } from './ties/tie-making.ts'
import { blockRoutes, tieRequestRoutes, tieRoutes } from './ties/ties-routes.ts'
import { createTies } from './ties/ties-service.ts'
import { findTie, findTieWith, livingCircles } from './ties/ties-store.ts'
import { toInviteRoutes } from './to-invite/to-invite-routes.ts'
import { createToInvite } from './to-invite/to-invite-service.ts'
import { LOOK_AROUND_AS, readVillage } from './village/village-data.ts'
import { hasVillage } from './village/village-seed.ts'

interface Spine {
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  /** Signs session cookies. */
  readonly secret: string
  readonly seePerson: SeePerson
  readonly makePicture: PictureMaker
}

export type PeopleRooms = Awaited<ReturnType<typeof createPeopleRooms>>

/** Builds the rooms of people: who is here, how they get in, and how they are tied. */
export async function createPeopleRooms(deps: AppDeps, spine: Spine) {
  const { changes, rates, secret, seePerson, makePicture } = spine
  const { config, database, now, ids } = deps
  const { db, sql } = database
  const { mailer, mailed, authOver, auth } = openDoors(deps, secret)
  const context = await auth.$context
  const sessionHook = {
    check: createSessionCheck({ sql, secret }),
    cookieName: context.authCookies.sessionToken.name,
    refresh: async (cookie: string) => {
      const answer = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
      return answer.headers.getSetCookie()
    },
  }

  const circles = createCircles({ db, changes, newId: ids.undated, now })
  const ties = createTies({ db, changes, now, closenessSaid })
  const requests = createTieRequests({ db, changes, rates, now, newId: ids.dated })
  const blocks = createBlocks({ db, changes, now })
  const invitations = createInvitations({
    db,
    changes,
    now,
    newId: ids.dated,
    newSecret: newLinkSecret,
    ties: { makeTie, refuseTooMany, sortSide, ownCircles, livingCircles, isBlocked, findTie, findTieWith },
  })
  const toInvite = createToInvite({ db, changes, newId: ids.dated, now })
  const people = createPeople({
    db,
    changes,
    now,
    findTieWith,
    isBlocked,
    seePerson,
  })
  const faces = createFaces({ sql, changes, rates, makePicture, ids, now })
  const sessions = createSessions({
    db,
    changes,
    rates,
    auth,
    now,
    signUp: config.signUp,
    lookAround: await listLookAround(deps),
    authOver,
    mailed,
    tellChanged: (owner) => mailer.post(writeLetter('password', owner, `${deps.address}/reset`)),
    readMe,
    giveReadyMade: circles.giveReadyMade,
    refuseDeadLink: invitations.refuseDeadLink,
    acceptFor: invitations.acceptFor,
  })
  const passkeys = createPasskeys({
    ...{ db, changes, rates, auth, now, ids, readMe },
    newSecret: newLinkSecret,
    origin: config.origin,
    address: deps.address,
    tellAdded: (owner) => mailer.post(writeLetter('passkey', owner, `${deps.address}/settings/security`)),
  })
  const leaving = createLeaving({
    ...{ db, changes, now, newId: ids.undated },
    confirmPassword: (viewer, password) => confirmPassword({ db, rates, auth }, viewer, password),
  })
  return {
    ...{ circles, ties, requests, blocks, invitations, toInvite, people, faces },
    ...{ sessions, passkeys, leaving, sessionHook, mailer },
  }
}

/** What people get in by: the auth library, and the letters that it has written. */
function openDoors({ config, database, address, log, now, ids, passwordCost }: AppDeps, secret: string) {
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    folder: join(config.dataFolder, 'mail'),
    log,
    now,
    newId: ids.undated,
  })
  const mailed = ({ purpose, person, token }: MailedToken): void =>
    mailer.post(writeLetter(purpose, person, linkOf(address, purpose, token)))
  const authOver = (over: Db, post: (token: MailedToken) => void) =>
    openAuth({
      db: over,
      secret,
      origin: address,
      verifies: config.smtpUrl !== undefined,
      newId: ids.undated,
      passwordCost: passwordCost ?? PASSWORD_COST,
      mailed: post,
    })
  return { mailer, mailed, authOver, auth: authOver(database.db, mailed) }
}

/** Registers what the rooms of people answer. */
export async function registerPeopleRooms(
  api: FastifyInstance,
  rooms: PeopleRooms,
  rates: RateLimits,
): Promise<void> {
  const { sessions } = rooms
  const { cookieName } = rooms.sessionHook
  await api.register(entryRoutes, { sessions, cookieName })
  await api.register(resetRoutes, { sessions, cookieName })
  await api.register(sessionRoutes, { sessions, cookieName })
  await api.register(passkeySignInRoutes, { passkeys: rooms.passkeys })
  await api.register(passkeyRoutes, { passkeys: rooms.passkeys })
  await api.register(peopleRoutes, { people: rooms.people })
  await api.register(leavingRoutes, { leaving: rooms.leaving, cookieName })
  await api.register(faceRoutes, { faces: rooms.faces })
  await api.register(circleRoutes, { circles: rooms.circles })
  await api.register(tieRoutes, { ties: rooms.ties })
  await api.register(tieRequestRoutes, { requests: rooms.requests })
  await api.register(blockRoutes, { blocks: rooms.blocks })
  await api.register(invitationRoutes, { invitations: rooms.invitations, rates })
  await api.register(toInviteRoutes, { toInvite: rooms.toInvite })
}

async function listLookAround({ config, database }: AppDeps): Promise<LookAroundOption[]> {
  if (!config.demo || !(await hasVillage(database.db))) return []
  const { people } = readVillage()
  return LOOK_AROUND_AS.flatMap(({ key, en, de }) => {
    const person = people.find((one) => one.key === key)
    return person ? [{ key, handle: person.handle, line: { en, de } }] : []
  })
}

function linkOf(address: string, purpose: MailedToken['purpose'], token: string): string {
  switch (purpose) {
    case 'reset':
      return `${address}/reset/${token}`
    case 'verify':
      return `${address}/api/auth/verify?token=${encodeURIComponent(token)}`
    case 'taken':
      return `${address}/sign-in`
  }
}

import type {
  ChangePassword,
  Entry,
  LinkSecret,
  LookAround,
  Me,
  RequestReset,
  ResetPassword,
  Sessions,
  SignIn,
  SignUp,
} from '@kith/contract'
import { isAPIError } from 'better-auth/api'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import type { Auth, MailedToken } from './auth-library.ts'
import { changePassword } from './password-change.ts'
import type { KeyOwner } from './password-store.ts'
import { startSession } from './session-starting.ts'
import { endSession, endSessions, findDemoPeople, findNoById, listSessions } from './sessions-store.ts'
import { type Changed, type Entered, signUp } from './sign-up.ts'

const RESET_TOKEN = /^[A-Za-z0-9]{8,100}$/

/** Somebody of the demo village that one may look around as. */
export interface LookAroundOption {
  readonly key: string
  readonly handle: string
  readonly line: { readonly en: string; readonly de: string }
}

export interface SessionDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly auth: Auth
  readonly now: () => Date
  readonly signUp: 'invite' | 'open'
  /** Empty where the demo is off. */
  readonly lookAround: readonly LookAroundOption[]
  authOver(tx: Db, mailed: (token: MailedToken) => void): Auth
  mailed(token: MailedToken): void
  /** Writes to whoever has a new password, who need not be the one that gave it. */
  tellChanged(owner: KeyOwner): void
  readMe(db: Db, no: number): Promise<Me | undefined>
  giveReadyMade(tx: Db, changed: Changed, owner: number): Promise<void>
  refuseDeadLink(tx: Db, secret: LinkSecret): Promise<void>
  acceptFor(tx: Db, changed: Changed, newcomer: number, secret: LinkSecret): Promise<void>
}

/** Where a request came from. */
export interface Caller {
  readonly address: string
  readonly device: string
  /** Of the page, where a browser tells it; it was found to be our own. */
  readonly origin: string | undefined
}

export interface SessionsService {
  entry(): Promise<Entry>
  /** Undefined: a mail is on its way, whether or not the address had an account. */
  signUp(wish: SignUp, caller: Caller): Promise<Written<Entered | undefined>>
  signIn(wish: SignIn, caller: Caller): Promise<Entered | undefined>
  lookAround(wish: LookAround, caller: Caller): Promise<Entered>
  signOut(viewer: Viewer): Promise<void>
  requestReset(wish: RequestReset, caller: Caller): Promise<void>
  reset(wish: ResetPassword, caller: Caller): Promise<void>
  /** The password before must be given; every other session ends. */
  changePassword(viewer: Viewer, wish: ChangePassword): Promise<void>
  /** Confirms an address; answers the cookies of the session that begins, none if the token is not good. */
  verify(token: string): Promise<readonly string[]>
  list(viewer: Viewer): Promise<Sessions>
  end(viewer: Viewer, id: string): Promise<void>
  endAll(viewer: Viewer): Promise<void>
}

export function createSessions(deps: SessionDeps): SessionsService {
  const { db, rates, auth } = deps
  return {
    entry: async () => ({ signUp: deps.signUp, lookAround: await listLookAround(deps) }),
    signUp: async (wish, caller) => {
      await rates.count('signUpPerAddress', caller.address)
      return signUp(deps, wish, caller.device)
    },
    signIn: async (wish, caller) => {
      await rates.count('signInPerAddress', caller.address)
      await rates.count('signInPerEmail', wish.email)
      return signIn(deps, wish, caller)
    },
    lookAround: async (wish, caller) => {
      await rates.count('lookAroundPerAddress', caller.address)
      return lookAround(deps, wish.as, caller)
    },
    signOut: async (viewer) => {
      await endOne(deps, viewer, viewer.session)
    },
    requestReset: async (wish, caller) => {
      await rates.count('resetPerAddress', caller.address)
      await rates.count('resetPerEmail', wish.email)
      await auth.api.requestPasswordReset({ body: { email: wish.email } })
    },
    reset: async (wish, caller) => {
      await rates.count('resetPerAddress', caller.address)
      await resetPassword(auth, wish)
    },
    changePassword: (viewer, wish) => changePassword(deps, viewer, wish),
    verify: (token) => verifyAddress(auth, token),
    list: async (viewer) => ({
      sessions: await listSessions(db, viewer.id, viewer.session, deps.now()),
    }),
    end: async (viewer, id) => {
      if (!(await endOne(deps, viewer, id))) throw notFound()
    },
    endAll: async (viewer) => {
      await deps.changes.write(async (tx, changed) => {
        await endSessions(tx, viewer.id)
        changed({ kind: 'sessions', a: viewer.no })
      })
    },
  }
}

/** Ends a session, and with it what is connected by it, also on other processes. */
async function endOne({ changes }: SessionDeps, viewer: Viewer, id: string): Promise<boolean> {
  const { value } = await changes.write(async (tx, changed) => {
    const ended = await endSession(tx, viewer.id, id)
    if (ended) changed({ kind: 'sessions', a: viewer.no })
    return ended
  })
  return value
}

async function listLookAround(deps: SessionDeps): Promise<Entry['lookAround']> {
  const people = await findDemoPeople(
    deps.db,
    deps.lookAround.map((one) => one.handle),
  )
  return deps.lookAround.flatMap(({ key, handle, line }) => {
    const person = people.find((one) => one.handle === handle)
    return person ? [{ key, name: person.name, line }] : []
  })
}

async function signIn(deps: SessionDeps, wish: SignIn, caller: Caller): Promise<Entered | undefined> {
  try {
    const answer = await deps.auth.api.signInEmail({
      body: wish,
      headers: new Headers({ 'user-agent': caller.device }),
      returnHeaders: true,
    })
    const no = orNotFound(await findNoById(deps.db, answer.response.user.id))
    return { me: orNotFound(await deps.readMe(deps.db, no)), cookies: answer.headers.getSetCookie() }
  } catch (error) {
    if (!isAPIError(error)) throw error
    // The password was right; a new mail with the link to confirm is on its way.
    if (error.body?.code === 'EMAIL_NOT_VERIFIED') return undefined
    if (error.statusCode < 500) throw new AppError('credentials_wrong', { cause: error })
    throw error
  }
}

async function lookAround(deps: SessionDeps, key: string, caller: Caller): Promise<Entered> {
  const option = orNotFound(deps.lookAround.find((one) => one.key === key))
  const [person] = await findDemoPeople(deps.db, [option.handle])
  const { no, id } = orNotFound(person)
  const cookie = await startSession(deps.auth, id, caller.device)
  return { me: orNotFound(await deps.readMe(deps.db, no)), cookies: [cookie] }
}

async function resetPassword(auth: Auth, wish: ResetPassword): Promise<void> {
  if (!RESET_TOKEN.test(wish.token)) throw new AppError('reset_link_invalid')
  try {
    await auth.api.resetPassword({ body: { token: wish.token, newPassword: wish.password } })
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) {
      throw new AppError('reset_link_invalid', { cause: error })
    }
    throw error
  }
}

async function verifyAddress(auth: Auth, token: string): Promise<readonly string[]> {
  try {
    const answer = await auth.api.verifyEmail({ query: { token }, returnHeaders: true })
    return answer.headers.getSetCookie()
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return []
    throw error
  }
}

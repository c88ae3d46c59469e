import type { LinkSecret, Me, SignUp } from '@kith/contract'
import { isAPIError } from 'better-auth/api'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { hashSecret } from '../http/link-secrets.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import type { Auth, MailedToken } from './auth-library.ts'
import {
  findNoByEmail,
  findNoById,
  isEmpty,
  isHandleTaken,
  saveFirstPersonLink,
  takeFirstPersonLink,
} from './sessions-store.ts'

export type Changed = (...changes: Change[]) => void

export interface SignUpDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly signUp: 'invite' | 'open'
  /** The auth library over one transaction, so that a person is made whole or not at all. */
  authOver(tx: Db, mailed: (token: MailedToken) => void): Auth
  mailed(token: MailedToken): void
  /** Refuses an invitation that nobody can accept any more. */
  refuseDeadLink(tx: Db, secret: LinkSecret): Promise<void>
  readMe(db: Db, no: number): Promise<Me | undefined>
  giveReadyMade(tx: Db, changed: Changed, owner: number): Promise<void>
  acceptFor(tx: Db, changed: Changed, newcomer: number, secret: LinkSecret): Promise<void>
}

/** Who came in. Undefined as long as the address waits to be confirmed, or had an account before. */
export interface Entered {
  readonly me: Me
  readonly cookies: readonly string[]
}

/**
 * Makes a person with account, session, circles and the tie of the invitation in one transaction. Where addresses are
 * confirmed by mail, a taken one gets the same answer as a free one.
 */
export async function signUp(
  deps: SignUpDeps,
  wish: SignUp,
  device: string,
): Promise<Written<Entered | undefined>> {
  if (deps.signUp === 'invite' && !wish.invitation && !wish.firstPerson) {
    throw new AppError('invitation_needed')
  }
  const letters: MailedToken[] = []
  try {
    const written = await deps.changes.write(async (tx, changed) => {
      letters.length = 0
      return makePerson(deps, tx, changed, { wish, device, letters })
    })
    for (const letter of letters) deps.mailed(letter)
    return written
  } catch (error) {
    throw await translateSignUp(deps.db, wish, error)
  }
}

async function makePerson(
  deps: SignUpDeps,
  tx: Db,
  changed: Changed,
  { wish, device, letters }: { wish: SignUp; device: string; letters: MailedToken[] },
): Promise<Entered | undefined> {
  if (wish.firstPerson && !(await takeFirstPersonLink(tx, hashSecret(wish.firstPerson)))) {
    throw new AppError('link_used')
  }
  if (wish.invitation) await deps.refuseDeadLink(tx, wish.invitation)
  if (await isHandleTaken(tx, wish.handle)) throw new AppError('handle_taken')
  const auth = deps.authOver(tx, (letter) => letters.push(letter))
  const answer = await auth.api.signUpEmail({
    body: {
      name: wish.name,
      email: wish.email,
      password: wish.password,
      handle: wish.handle,
      language: wish.language,
      timeZone: knownTimeZone(wish.timeZone),
      operator: wish.firstPerson !== null,
    },
    headers: new Headers({ 'user-agent': device }),
    returnHeaders: true,
  })
  const no = await findNoById(tx, answer.response.user.id)
  // The library invents a person where the address has an account already.
  if (no === undefined) return undefined
  await deps.giveReadyMade(tx, changed, no)
  changed({ kind: 'person', a: no })
  if (wish.invitation) await deps.acceptFor(tx, changed, no, wish.invitation)
  if (answer.response.token === null) return undefined
  return { me: orNotFound(await deps.readMe(tx, no)), cookies: answer.headers.getSetCookie() }
}

// The library hides which constraint a simultaneous sign-up violated: look who has it now.
async function translateSignUp(db: Db, wish: SignUp, error: unknown): Promise<unknown> {
  if (!isAPIError(error)) return error
  if (await isHandleTaken(db, wish.handle)) {
    return new AppError('handle_taken', { cause: error })
  }
  if ((await findNoByEmail(db, wish.email)) !== undefined) {
    return new AppError('email_taken', { cause: error })
  }
  return error
}

function knownTimeZone(name: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    // A name that this system does not know is no reason to turn somebody away.
    return 'UTC'
  }
}

/** Makes the one-time link's secret where the database has no person yet; an earlier one is void then. */
export async function offerFirstPerson(db: Db, newSecret: () => LinkSecret): Promise<LinkSecret | undefined> {
  if (!(await isEmpty(db))) return undefined
  const secret = newSecret()
  await saveFirstPersonLink(db, hashSecret(secret))
  return secret
}

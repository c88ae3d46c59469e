import {
  type AddPasskey,
  type BeginPasskey,
  LIMITS,
  type LinkSecret,
  type Me,
  type Passkey,
  type PasskeyCreation,
  type PasskeyRequest,
  type PasskeySignIn,
  type Passkeys,
  type RenamePasskey,
} from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import { hashSecret, type NewSecret } from '../http/link-secrets.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import type { Auth } from './auth-library.ts'
import { ALGORITHMS, challengeOf, proveMade, proveShown, type Site } from './passkey-proofs.ts'
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  type KnownPasskey,
  listCredentials,
  listPasskeys,
  lockPasskeys,
  noteUse,
  renamePasskey,
  saveChallenge,
  takeChallenge,
} from './passkeys-store.ts'
import { confirmPassword } from './password-check.ts'
import { findKeyOwner, type KeyOwner } from './password-store.ts'
import { startSession } from './session-starting.ts'
import type { Caller } from './sessions-service.ts'
import type { Entered } from './sign-up.ts'

/** For so long a browser may take its time. A sign-in page that stands open longer asks for a new challenge. */
const CHALLENGE_MS = 600_000

export interface PasskeyDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly auth: Auth
  readonly now: () => Date
  readonly ids: NewIds
  readonly newSecret: NewSecret
  /** The public origin, where one is set. */
  readonly origin: string | undefined
  /** The address that people use where none is set and a request does not tell. */
  readonly address: string
  readMe(db: Db, no: number): Promise<Me | undefined>
  /** Writes to whoever has one more, who need not be the one that added it. */
  tellAdded(owner: KeyOwner): void
}

/** Passkeys beside the password: whoever has one signs in by it alone. */
export interface PasskeysService {
  list(viewer: Viewer): Promise<Passkeys>
  begin(viewer: Viewer, wish: BeginPasskey, caller: Caller): Promise<PasskeyCreation>
  add(viewer: Viewer, wish: AddPasskey, caller: Caller): Promise<Written<Passkey>>
  rename(viewer: Viewer, id: string, wish: RenamePasskey): Promise<Written<Passkey>>
  /** Sessions that it began go on: they are in the list of sessions. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
  beginSignIn(caller: Caller): Promise<PasskeyRequest>
  signIn(wish: PasskeySignIn, caller: Caller): Promise<Entered>
}

export function createPasskeys(deps: PasskeyDeps): PasskeysService {
  const { db, changes, rates } = deps
  return {
    list: async ({ no }) => ({ passkeys: await listPasskeys(db, no) }),
    begin: (viewer, wish, caller) => begin(deps, viewer, wish, siteOf(deps, caller)),
    add: (viewer, wish, caller) => add(deps, viewer, wish, siteOf(deps, caller)),
    rename: (viewer, id, { name }) =>
      changes.write(async (tx) => orNotFound(await renamePasskey(tx, viewer.no, id, name))),
    remove: (viewer, id) =>
      changes.write(async (tx) => {
        if (!(await deletePasskey(tx, viewer.no, id))) throw notFound()
        return undefined
      }),
    beginSignIn: async (caller) => {
      await rates.count('passkeyBeginPerAddress', caller.address)
      return {
        challenge: await newChallenge(deps, null),
        rpId: siteOf(deps, caller).domain,
        timeout: CHALLENGE_MS,
        userVerification: 'required',
      }
    },
    signIn: async (wish, caller) => {
      await rates.count('signInPerAddress', caller.address)
      return signIn(deps, wish, caller)
    },
  }
}

async function begin(
  deps: PasskeyDeps,
  viewer: Viewer,
  { password }: BeginPasskey,
  { domain }: Site,
): Promise<PasskeyCreation> {
  const owner = await confirmPassword(deps, viewer, password)
  const credentials = await listCredentials(deps.db, viewer.no)
  if (credentials.length >= LIMITS.passkeys) throw new AppError('too_many_passkeys')
  return {
    challenge: await newChallenge(deps, viewer.session),
    rp: { id: domain, name: 'Kith' },
    user: { id: userHandleOf(owner.id), name: owner.email, displayName: owner.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_MS,
    attestation: 'none',
    excludeCredentials: credentials.map((id) => ({ type: 'public-key', id })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  }
}

async function add(
  deps: PasskeyDeps,
  viewer: Viewer,
  { name, credential }: AddPasskey,
  site: Site,
): Promise<Written<Passkey>> {
  const challenge = await useUp(deps, credential.response.clientDataJSON, viewer.session)
  const made = challenge && (await proveMade(credential, challenge, site))
  if (!made) throw new AppError('passkey_not_added')
  const row = { id: deps.ids.undated(), person: viewer.no, name, madeAt: deps.now(), ...made }
  const added = await deps.changes.write(async (tx) => {
    if ((await lockPasskeys(tx, viewer.no)) >= LIMITS.passkeys) throw new AppError('too_many_passkeys')
    const passkey = await insertPasskey(tx, row)
    if (!passkey) throw new AppError('passkey_not_added')
    return passkey
  })
  deps.tellAdded(orNotFound(await findKeyOwner(deps.db, viewer.no)))
  return added
}

/** Whatever is wrong is answered alike, so that nobody learns whose passkeys there are. */
async function signIn(deps: PasskeyDeps, { credential }: PasskeySignIn, caller: Caller): Promise<Entered> {
  const challenge = await useUp(deps, credential.response.clientDataJSON, null)
  const known = await findPasskey(deps.db, credential.id)
  if (!challenge || !known) throw new AppError('passkey_refused')
  if (!(await isShown(deps, { credential }, challenge, known, siteOf(deps, caller)))) {
    throw new AppError('passkey_refused')
  }
  const cookie = await startSession(deps.auth, known.personId, caller.device)
  return { me: orNotFound(await deps.readMe(deps.db, known.person)), cookies: [cookie] }
}

async function isShown(
  deps: PasskeyDeps,
  { credential }: PasskeySignIn,
  challenge: LinkSecret,
  known: KnownPasskey,
  site: Site,
): Promise<boolean> {
  if (credential.response.userHandle !== userHandleOf(known.personId)) return false
  const uses = await proveShown(credential, challenge, site, known.publicKey)
  return uses !== undefined && noteUse(deps.db, known.credential, uses, deps.now())
}

async function newChallenge(deps: PasskeyDeps, session: string | null): Promise<LinkSecret> {
  const challenge = deps.newSecret()
  const until = new Date(deps.now().getTime() + CHALLENGE_MS)
  await saveChallenge(deps.db, { hash: hashSecret(challenge), session }, until)
  return challenge
}

/** The challenge that was signed, if it is one of ours and was made for this. It is good for no other try, whatever comes of this one. */
async function useUp(
  deps: PasskeyDeps,
  clientDataJSON: string,
  session: string | null,
): Promise<LinkSecret | undefined> {
  const challenge = challengeOf(clientDataJSON)
  if (challenge === undefined) return undefined
  const isOurs = await takeChallenge(deps.db, { hash: hashSecret(challenge), session }, deps.now())
  return isOurs ? challenge : undefined
}

// Where no public address is set, a page may come from whatever name leads here, and its passkeys belong to that name.
function siteOf({ origin, address }: PasskeyDeps, caller: Caller): Site {
  const own = origin ?? caller.origin ?? address
  return { origin: own, domain: new URL(own).hostname }
}

/** By what a passkey remembers whose it is: says nothing to whoever finds the device. */
function userHandleOf(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')
}

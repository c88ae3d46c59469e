import { z } from 'zod'
import { PasskeyId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { line } from './text.ts'

/** Bytes as WebAuthn writes them in JSON. */
function bytes(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .regex(/^[A-Za-z0-9_-]+$/)
}

const CREDENTIAL_ID = bytes(1_400)
const CLIENT_DATA = bytes(4_000)
const MOST_TRANSPORTS = 10
const Transport = z
  .string()
  .max(20)
  .regex(/^[a-z-]+$/)

/** One of my passkeys. */
export const Passkey = z.object({
  id: PasskeyId,
  /** Null as long as nobody gave it one: then it is called by the day on which it was made. */
  name: z.string().nullable(),
  made: z.iso.datetime(),
  /** When it was last signed in by. */
  used: z.iso.datetime().nullable(),
})
export type Passkey = z.infer<typeof Passkey>

export const Passkeys = z.object({ passkeys: z.array(Passkey) })
export type Passkeys = z.infer<typeof Passkeys>

/** The password again, since a passkey opens the account for good. */
export const BeginPasskey = z.strictObject({ password: z.string().min(1).max(LIMITS.password.max) })
export type BeginPasskey = z.infer<typeof BeginPasskey>

/** What a browser needs to make a passkey: WebAuthn's `PublicKeyCredentialCreationOptionsJSON`. */
export const PasskeyCreation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(z.object({ type: z.literal('public-key'), id: z.string() })),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
})
export type PasskeyCreation = z.infer<typeof PasskeyCreation>

/** What a browser needs to sign in by a passkey: WebAuthn's `PublicKeyCredentialRequestOptionsJSON`. */
export const PasskeyRequest = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
})
export type PasskeyRequest = z.infer<typeof PasskeyRequest>

const Credential = z.object({ id: CREDENTIAL_ID, rawId: CREDENTIAL_ID, type: z.literal('public-key') })

/** What a browser answers when it made one; what else it tells is not needed. */
export const AddPasskey = z.strictObject({
  name: line(LIMITS.passkeyName).nullable(),
  credential: Credential.extend({
    response: z.object({
      clientDataJSON: CLIENT_DATA,
      attestationObject: bytes(20_000),
      transports: z.array(Transport).max(MOST_TRANSPORTS).optional(),
    }),
  }),
})
export type AddPasskey = z.infer<typeof AddPasskey>

/** What a browser answers when one signs in. */
export const PasskeySignIn = z.strictObject({
  credential: Credential.extend({
    response: z.object({
      clientDataJSON: CLIENT_DATA,
      authenticatorData: bytes(4_000),
      signature: bytes(2_000),
      /** Whose it is, as the passkey remembers it. */
      userHandle: bytes(100),
    }),
  }),
})
export type PasskeySignIn = z.infer<typeof PasskeySignIn>

/** Another name; null gives it that of its day again. */
export const RenamePasskey = z.strictObject({ name: line(LIMITS.passkeyName).nullable() })
export type RenamePasskey = z.infer<typeof RenamePasskey>

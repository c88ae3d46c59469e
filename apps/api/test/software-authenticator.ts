import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { type AddPasskey, PasskeyCreation, PasskeyRequest, type PasskeySignIn } from '@kith/contract'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { type Client, expectBody, PASSWORD } from './api-world.ts'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_KEY = 0x40
const ID_BYTES = 32

/** What a passkey says where it is not to say the right thing. */
export interface Twist {
  readonly origin?: string
  readonly domain?: string
  readonly challenge?: string
  readonly type?: string
  readonly isVerified?: boolean
  readonly format?: string
  /** Says of itself what this certificate says. */
  readonly certificate?: Buffer
  readonly uses?: number
  readonly userHandle?: string
  /** Signs with another key than its own. */
  readonly key?: KeyObject
}

/** A passkey in memory, as a device would have made it: ES256, and it counts its uses. */
export class SoftwarePasskey {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #id = randomBytes(ID_BYTES)
  #domain = ''
  #userHandle = ''
  uses = 0

  get id(): string {
    return this.#id.toString('base64url')
  }

  /** What a browser sends after it made it. */
  made(options: PasskeyCreation, twist: Twist = {}): AddPasskey {
    this.#domain = options.rp.id
    this.#userHandle = options.user.id
    const clientData = this.#clientData('webauthn.create', options.challenge, twist)
    const authData = Buffer.concat([
      this.#head(HAS_KEY, twist),
      Buffer.alloc(16),
      Buffer.from([0, ID_BYTES]),
      this.#id,
      this.#publicKey(),
    ])
    const statement = new Map<string, Uint8Array[]>(
      twist.certificate && [['x5c', [new Uint8Array(twist.certificate)]]],
    )
    const form = new Map<string, string | Uint8Array | typeof statement>([
      ['fmt', twist.format ?? 'none'],
      ['attStmt', statement],
      ['authData', new Uint8Array(authData)],
    ])
    const attestationObject = Buffer.from(isoCBOR.encode(form)).toString('base64url')
    const response = { clientDataJSON: clientData.toString('base64url'), attestationObject }
    return { name: null, credential: { id: this.id, rawId: this.id, type: 'public-key', response } }
  }

  /** What a browser sends when one signs in by it. */
  shown(options: PasskeyRequest, twist: Twist = {}): PasskeySignIn {
    this.uses += 1
    const clientData = this.#clientData('webauthn.get', options.challenge, twist)
    const authData = this.#head(0, twist)
    const signed = Buffer.concat([authData, sha256(clientData)])
    const signature = createSign('sha256')
      .update(signed)
      .sign(twist.key ?? this.#keys.privateKey)
    return {
      credential: {
        id: this.id,
        rawId: this.id,
        type: 'public-key',
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: twist.userHandle ?? this.#userHandle,
        },
      },
    }
  }

  #clientData(type: string, challenge: string, twist: Twist): Buffer {
    const origin = twist.origin ?? `http://${this.#domain}`
    return Buffer.from(
      JSON.stringify({ type: twist.type ?? type, challenge: twist.challenge ?? challenge, origin }),
    )
  }

  #head(flags: number, { domain = this.#domain, isVerified = true, uses = this.uses }: Twist): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(uses)
    const all = flags | USER_PRESENT | (isVerified ? USER_VERIFIED : 0)
    return Buffer.concat([sha256(Buffer.from(domain)), Buffer.from([all]), count])
  }

  // As COSE writes a point of P-256 for ES256.
  #publicKey(): Uint8Array {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    )
  }
}

/** Asks for what a browser needs to make a passkey. */
export async function beginPasskey(client: Client): Promise<PasskeyCreation> {
  return expectBody(PasskeyCreation, await client.post('/api/auth/passkeys/begin', { password: PASSWORD }))
}

/** Asks for what a browser needs to sign in by one. */
export async function beginSignIn(client: Client): Promise<PasskeyRequest> {
  return expectBody(PasskeyRequest, await client.post('/api/auth/passkey-sign-in/begin'))
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

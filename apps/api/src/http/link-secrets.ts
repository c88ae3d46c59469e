import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import { LinkSecret } from '@kith/contract'

const SECRET_BYTES = 32
// Nothing that looks like something else when it is written by hand: neither B and 8 nor I and 1, O and 0, S and 5, Z and 2.
const CODE_LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679'
const CODE_LENGTH = 8

export type NewSecret = () => LinkSecret

/** The unguessable part of a new link. It is shown once; only its hash is kept. */
export function newLinkSecret(): LinkSecret {
  return LinkSecret.parse(randomBytes(SECRET_BYTES).toString('base64url'))
}

/** What is kept of a secret. It is long and random, so a plain hash cannot be turned back. */
export function hashSecret(secret: LinkSecret): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** A code that one reads aloud: of 26⁸, some 200,000,000,000. Who tries is counted. */
export function newJoinCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length))).join(
    '',
  )
}

/** What is kept of a code. It is short, so its hash has a key: whoever has the hashes alone cannot try all codes. */
export function hashJoinCode(key: string, code: string): Buffer {
  return createHmac('sha256', key).update(`join code ${code}`).digest()
}

import { createHash, randomBytes } from 'node:crypto'
import { LinkSecret } from '@kith/contract'

const SECRET_BYTES = 32

export type NewSecret = () => LinkSecret

/** The unguessable part of a new link. It is shown once; only its hash is kept. */
export function newLinkSecret(): LinkSecret {
  return LinkSecret.parse(randomBytes(SECRET_BYTES).toString('base64url'))
}

/** What is kept of a secret. It is long and random, so a plain hash cannot be turned back. */
export function hashSecret(secret: LinkSecret): Buffer {
  return createHash('sha256').update(secret).digest()
}

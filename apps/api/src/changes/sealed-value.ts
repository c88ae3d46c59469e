import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals short values that a client carries for us (positions, cursors), so that it can neither read nor change them:
 * plain they would tell counters and scores. AES-256-GCM; `purpose` keeps one kind from being passed for another.
 */
export interface Seal {
  seal(purpose: string, plain: string): string
  /** The plain value, or undefined for anything that this key did not seal for this purpose. */
  open(purpose: string, sealed: string): string | undefined
}

/** `key` has 32 bytes and lives in the database, so that every process opens what another sealed. */
export function createSeal(key: Buffer): Seal {
  return {
    seal: (purpose, plain) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open: (purpose, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < IV_BYTES + TAG_BYTES) return undefined
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag)
      try {
        const body = bytes.subarray(IV_BYTES + TAG_BYTES)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        // Forged, cut short, or sealed for something else: the caller treats it as unknown.
        return undefined
      }
    },
  }
}

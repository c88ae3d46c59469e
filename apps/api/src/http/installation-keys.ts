import { createECDH, randomBytes } from 'node:crypto'
import type { Db } from '../database/client.ts'
import { setting } from '../database/tables/service-tables.ts'

const KEY_BYTES = 32

/** Keys that all processes of an installation share; they live in the database and are made by whoever comes first. */
export interface InstallationKeys {
  /** Seals positions and cursors. */
  readonly seal: Buffer
  /** Signs session cookies. */
  readonly session: string
  /** The private key, on the curve P-256, by which push services know the installation. */
  readonly push: Buffer
}

export async function readKeys(db: Db): Promise<InstallationKeys> {
  await db
    .insert(setting)
    .values([
      { key: 'seal-key', value: randomBytes(KEY_BYTES) },
      { key: 'session-key', value: randomBytes(KEY_BYTES) },
      { key: 'push-key', value: newPushKey() },
    ])
    .onConflictDoNothing()
  const rows = await db.select().from(setting)
  const valueOf = (key: string): Buffer => {
    const row = rows.find((one) => one.key === key)
    if (!row) throw new Error(`expected the setting ${key} to be there`)
    return row.value
  }
  return {
    seal: valueOf('seal-key'),
    session: valueOf('session-key').toString('base64'),
    push: valueOf('push-key'),
  }
}

function newPushKey(): Buffer {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const key = pair.getPrivateKey()
  // A number that begins with zeros comes without them.
  return Buffer.concat([Buffer.alloc(KEY_BYTES - key.length), key])
}

import { type SessionId as Session, SessionId, type ToldDevices } from '@kith/contract'
import { and, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person, session } from '../database/tables/person-tables.ts'
import { tellingDevice } from '../database/tables/telling-tables.ts'
import type { Taking } from './telling-store.ts'

/** A device where somebody is signed in and told what is new. */
export interface Device {
  readonly session: Session
  readonly endpoint: string
  readonly made: Date
  /** Up to when it was told what is new. */
  readonly told: Date
}

/** The devices of a person that are told. */
export async function listDevices(db: Db, no: number): Promise<Device[]> {
  const rows = await db
    .select({ device: tellingDevice })
    .from(tellingDevice)
    .innerJoin(session, eq(session.id, tellingDevice.session))
    .innerJoin(person, eq(person.id, session.personId))
    .where(and(eq(person.no, no), gt(session.expiresAt, sql`now()`)))
    .orderBy(tellingDevice.madeAt, tellingDevice.session)
  return rows.map(({ device: { endpoint, madeAt, asOf, session: id } }) => {
    return { session: SessionId.parse(id), endpoint, made: madeAt, told: asOf }
  })
}

/** What an export says of devices. */
export function presentDevices(devices: readonly Device[]): ToldDevices {
  return devices.map(({ session: id, made, told }) => {
    return { session: id, made: made.toISOString(), told: told.toISOString() }
  })
}

export async function hasDevice(db: Db, id: Session): Promise<boolean> {
  return (await db.$count(tellingDevice, eq(tellingDevice.session, id))) > 0
}

/**
 * From now on the device of a session is told there: what is new since then, or since it was told at the place that it had
 * before. Whoever was told there before is not any more: it is the same device. False where the session has ended.
 */
export async function saveDevice(tx: Db, id: Session, endpoint: string, now: Date): Promise<boolean> {
  // Whatever else the session does with its device takes turns with this.
  const [live] = await tx
    .select({ id: session.id })
    .from(session)
    .where(eq(session.id, id))
    .for('no key update')
  if (live === undefined) return false
  const [before] = await tx
    .delete(tellingDevice)
    .where(and(eq(tellingDevice.session, id), ne(tellingDevice.endpoint, endpoint)))
    .returning({ asOf: tellingDevice.asOf })
  const fresh = { session: id, madeAt: now, asOf: before?.asOf ?? now, takenUntil: null, failingSince: null }
  await tx
    .insert(tellingDevice)
    .values({ endpoint, ...fresh })
    .onConflictDoUpdate({
      target: tellingDevice.endpoint,
      set: fresh,
      setWhere: ne(tellingDevice.session, id),
    })
  return true
}

/** The device of a session is not told any more. */
export async function removeDevice(tx: Db, id: Session): Promise<void> {
  await tx.delete(tellingDevice).where(eq(tellingDevice.session, id))
}

/** Takes it on to tell a device, unless somebody else has. */
export async function takeDeviceOn(db: Db, device: Device, { now, until }: Taking): Promise<boolean> {
  const { takenUntil, asOf } = tellingDevice
  const taken = await db
    .update(tellingDevice)
    .set({ takenUntil: until })
    .where(and(is(device), eq(asOf, device.told), or(isNull(takenUntil), lt(takenUntil, now))))
    .returning({ endpoint: tellingDevice.endpoint })
  return taken.length > 0
}

/** A device is told what was new up to then. */
export async function saveDeviceTold(db: Db, device: Device, asOf: Date): Promise<void> {
  await db.update(tellingDevice).set({ asOf, takenUntil: null, failingSince: null }).where(is(device))
}

/** The push service of a device knows it no more. */
export async function forgetDevice(db: Db, device: Device): Promise<void> {
  await db.delete(tellingDevice).where(is(device))
}

/** The push service of a device took nothing; where it has not for long, the device is forgotten. */
export async function noteFailing(db: Db, device: Device, { now, since }: Failing): Promise<void> {
  await db.delete(tellingDevice).where(and(is(device), lt(tellingDevice.failingSince, since)))
  await db
    .update(tellingDevice)
    .set({ failingSince: now })
    .where(and(is(device), isNull(tellingDevice.failingSince)))
}

interface Failing {
  readonly now: Date
  /** Whatever has failed since before then is forgotten. */
  readonly since: Date
}

// Where somebody else signed in on it meanwhile, the address is the same and the device another.
function is({ endpoint, session: id }: Device) {
  return and(eq(tellingDevice.endpoint, endpoint), eq(tellingDevice.session, id))
}

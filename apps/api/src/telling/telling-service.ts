import type { DeviceTelling, Telling, ToldDevice, ToldDevices } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { AppError } from '../http/refusals.ts'
import { hasDevice, listDevices, presentDevices, removeDevice, saveDevice } from './device-store.ts'
import { endMails, findTelling, saveTelling } from './telling-store.ts'

const UNSUBSCRIBE = 'unsubscribe'

export interface TellingService {
  /** How the viewer wants to be told of what is new while he is not looking. */
  read(viewer: Viewer): Promise<Telling>
  change(viewer: Viewer, telling: Telling): Promise<Written<Telling>>
  /** Whether the device that the viewer sits at is told, and by which key its browser is to ask for that. */
  readDevice(viewer: Viewer): Promise<DeviceTelling>
  addDevice(viewer: Viewer, device: ToldDevice): Promise<Written<DeviceTelling>>
  removeDevice(viewer: Viewer): Promise<Written<undefined>>
  /** All devices of the viewer that are told. */
  listDevices(viewer: Viewer): Promise<ToldDevices>
  /** What a mail carries so that whoever has it can end such mails to its reader. It never runs out. */
  unsubscribeToken(person: number): string
  /** Ends the mails to whoever the token is of; does nothing, and looks the same, for any other text. */
  unsubscribe(token: string): Promise<void>
}

/** What somebody chooses about being told. */
export function createTelling({ db, changes, seal, now, pushKey }: TellingDeps): TellingService {
  return {
    read: (viewer) => findTelling(db, viewer.no),
    change: (viewer, telling) =>
      changes.write(async (tx, changed) => {
        await saveTelling(tx, viewer.no, telling)
        changed({ kind: 'look', a: viewer.no })
        return telling
      }),
    readDevice: async (viewer) => ({ on: await hasDevice(db, viewer.session), key: pushKey }),
    addDevice: (viewer, { endpoint }) =>
      changes.write(async (tx, changed) => {
        if (!(await saveDevice(tx, viewer.session, endpoint, now()))) throw new AppError('signed_out')
        changed({ kind: 'look', a: viewer.no })
        return { on: true, key: pushKey }
      }),
    removeDevice: (viewer) =>
      changes.write(async (tx, changed) => {
        await removeDevice(tx, viewer.session)
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
    listDevices: async (viewer) => presentDevices(await listDevices(db, viewer.no)),
    unsubscribeToken: (person) => seal.seal(UNSUBSCRIBE, String(person)),
    unsubscribe: async (token) => {
      const person = seal.open(UNSUBSCRIBE, token)
      if (person === undefined) return
      await changes.write(async (tx, changed) => {
        await endMails(tx, Number(person))
        changed({ kind: 'look', a: Number(person) })
      })
    },
  }
}

interface TellingDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly seal: Seal
  readonly now: () => Date
  /** The public key by which push services know the installation. */
  readonly pushKey: string
}

import type { Notification } from '@kith/contract'
import type { Db } from '../database/client.ts'
import {
  type Device,
  forgetDevice,
  listDevices,
  noteFailing,
  saveDeviceTold,
  takeDeviceOn,
} from './device-store.ts'
import type { PushCall } from './push-call.ts'
import { type Mailbox, type Reader, saveMailTold, type Taking, takeMailOn } from './telling-store.ts'

// A push service that is down is up again by then; what fails for longer does so for ever.
const FAILING_MS = 3 * 86_400_000

/** A way to tell somebody what is new. Each keeps for itself up to when it did, so that none waits for another. */
export interface Way {
  /** Up to when its reader was told by it. */
  readonly told: Date
  /** Takes it on, unless somebody else has. */
  takeOn(taking: Taking): Promise<boolean>
  /** Tells him, and fails where that was not taken. */
  tell(news: readonly Notification[]): Promise<void>
  saveTold(asOf: Date): Promise<void>
}

export interface WaysDeps {
  readonly db: Db
  readonly now: () => Date
  /** Sends a mail, and fails where no mail server took it. */
  readonly send: (reader: Reader, mailbox: Mailbox, news: readonly Notification[]) => Promise<void>
  readonly push: PushCall
}

/** By which ways somebody is told: by mail if mails go to him, and on every device that he switched that on. */
export async function waysOf(deps: WaysDeps, reader: Reader): Promise<Way[]> {
  const devices = await listDevices(deps.db, reader.no)
  const byMail = reader.mailbox === null ? [] : [mailWay(deps, reader, reader.mailbox)]
  return [...byMail, ...devices.map((device) => deviceWay(deps, device))]
}

function mailWay({ db, send }: WaysDeps, reader: Reader, mailbox: Mailbox): Way {
  const { no } = reader
  const { told } = mailbox
  return {
    told,
    takeOn: (taking) => takeMailOn(db, no, told, taking),
    tell: (news) => send(reader, mailbox, news),
    saveTold: (asOf) => saveMailTold(db, no, asOf),
  }
}

function deviceWay({ db, now, push }: WaysDeps, device: Device): Way {
  const noteFailed = (): Promise<void> =>
    noteFailing(db, device, { now: now(), since: new Date(now().getTime() - FAILING_MS) })
  return {
    told: device.told,
    takeOn: (taking) => takeDeviceOn(db, device, taking),
    tell: async () => {
      try {
        if ((await push(device.endpoint)) === 'gone') await forgetDevice(db, device)
      } catch (err) {
        await noteFailed()
        throw err
      }
    },
    saveTold: (asOf) => saveDeviceTold(db, device, asOf),
  }
}

import { z } from 'zod'
import { SessionId } from './ids.ts'
import { LIMITS } from './limits.ts'

/** When somebody who is not looking is told that something is new: within minutes, at six in the evening, or on Sunday at six. */
export const TellingTime = z.enum(['atOnce', 'evening', 'weekly'])
export type TellingTime = z.infer<typeof TellingTime>

const Hour = z.int().min(0).max(23)

/** How I am told of what is new while I am not looking. My own alone. */
export const Telling = z.strictObject({
  time: TellingTime,
  mail: z.boolean(),
  /** Between these hours where I am nothing is sent; the same hour twice means that there are no quiet hours. */
  quietFrom: Hour,
  quietTo: Hour,
})
export type Telling = z.infer<typeof Telling>

/** How somebody is told who never chose. */
export const USUAL_TELLING: Telling = { time: 'weekly', mail: true, quietFrom: 22, quietTo: 7 }

/** The address at which a push service takes calls for this device, as the browser gave it. */
export const ToldDevice = z.strictObject({
  endpoint: z.url({ protocol: /^https$/, normalize: true }).max(LIMITS.pushAddress),
})
export type ToldDevice = z.infer<typeof ToldDevice>

/** Whether this device is told, without a word of what; and the public key that its browser is to ask its push service for. */
export const DeviceTelling = z.object({ on: z.boolean(), key: z.string() })
export type DeviceTelling = z.infer<typeof DeviceTelling>

/** My devices that are told, by the session that is there. Where they are called is in no export: whoever has that can call them. */
export const ToldDevices = z.array(
  z.object({ session: SessionId, made: z.iso.datetime(), told: z.iso.datetime() }),
)
export type ToldDevices = z.infer<typeof ToldDevices>

/** What the address in a mail did: no more mails about what is new. The same for every address. */
export const Unsubscribed = z.object({ mail: z.literal(false) })
export type Unsubscribed = z.infer<typeof Unsubscribed>

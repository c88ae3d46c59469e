import { z } from 'zod'

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

/** What the address in a mail did: no more mails about what is new. The same for every address. */
export const Unsubscribed = z.object({ mail: z.literal(false) })
export type Unsubscribed = z.infer<typeof Unsubscribed>

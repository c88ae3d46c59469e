import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { Language } from './people.ts'
import { line, prose } from './text.ts'

/** Somebody without an account objects to what may be said of him here. */
export const MakeObjection = z.strictObject({
  name: line(LIMITS.name),
  /** The words under which he expects to stand here: a name, a place, a link. */
  entry: prose(LIMITS.objectionEntry),
  why: prose(LIMITS.objectionWhy),
  email: z.email().max(200),
  language: Language,
  /** Nobody sees this field, so that whoever fills it is a machine. */
  website: z.string().max(200).default(''),
})
export type MakeObjection = z.infer<typeof MakeObjection>

/** How far an objection has come, for whoever has its link. It never tells whether anything is here. */
export const ObjectionState = z.object({
  state: z.enum(['unconfirmed', 'open', 'answered']),
  /** The operator's answer. */
  answer: z.string().nullable(),
  mayAppeal: z.boolean(),
})
export type ObjectionState = z.infer<typeof ObjectionState>

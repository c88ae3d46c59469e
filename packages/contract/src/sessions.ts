import { z } from 'zod'
import { LinkSecret, SessionId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Handle, Language, Me } from './people.ts'
import { line } from './text.ts'

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
const Password = z.string().min(LIMITS.password.min).max(LIMITS.password.max)

/** How one gets in here; read before anybody is signed in. */
export const Entry = z.object({
  signUp: z.enum(['open', 'invite']),
  /** The demo village's people that one may look around as; empty where there is no village. */
  lookAround: z.array(
    z.object({ key: z.string(), name: z.string(), line: z.object({ en: z.string(), de: z.string() }) }),
  ),
})
export type Entry = z.infer<typeof Entry>

export const SignUp = z.strictObject({
  name: line(LIMITS.name),
  handle: Handle,
  email: Email,
  password: Password,
  language: Language,
  timeZone: z.string().max(60).optional(),
  /** An invitation's secret, or the one-time link of the first person. */
  invitation: LinkSecret.nullable(),
  firstPerson: LinkSecret.nullable(),
})
export type SignUp = z.infer<typeof SignUp>

export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(LIMITS.password.max) })
export type SignIn = z.infer<typeof SignIn>

export const LookAround = z.strictObject({ as: z.string().max(40) })
export type LookAround = z.infer<typeof LookAround>

/** Sign-up and sign-in answer who I am; the session itself is a cookie that no script can read. */
export const SignedIn = z.object({ me: Me })
export type SignedIn = z.infer<typeof SignedIn>

/** With a mail server: what one gets before the address is confirmed, also where it has an account already. */
export const MailSent = z.object({ mailSent: z.literal(true) })
export type MailSent = z.infer<typeof MailSent>

export const Session = z.object({
  id: SessionId,
  current: z.boolean(),
  made: z.iso.datetime(),
  expires: z.iso.datetime(),
  device: z.string().nullable(),
})
export type Session = z.infer<typeof Session>

export const Sessions = z.object({ sessions: z.array(Session) })
export type Sessions = z.infer<typeof Sessions>

export const RequestReset = z.strictObject({ email: Email })
export type RequestReset = z.infer<typeof RequestReset>

/** I go for good, with all that is mine: handle and password again, so that it is neither by chance nor by somebody else. */
export const LeaveKith = z.strictObject({
  handle: Handle,
  password: z.string().min(1).max(LIMITS.password.max),
})
export type LeaveKith = z.infer<typeof LeaveKith>

/** A new password in the place of the one that is given again. Every other session ends. */
export const ChangePassword = z.strictObject({
  password: z.string().min(1).max(LIMITS.password.max),
  next: Password,
})
export type ChangePassword = z.infer<typeof ChangePassword>

export const ResetPassword = z.strictObject({ token: z.string().min(1).max(200), password: Password })
export type ResetPassword = z.infer<typeof ResetPassword>

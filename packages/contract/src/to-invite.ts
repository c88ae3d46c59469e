import { z } from 'zod'
import { ToInviteId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { line } from './text.ts'

/** Somebody whom I want to invite: a name that I gave, and nothing by which he could be found or told of it. */
export const ToInvite = z.object({ id: ToInviteId, name: z.string() })
export type ToInvite = z.infer<typeof ToInvite>

/** My private list of whom to invite, the oldest first. Nobody else reads it. */
export const ToInviteList = z.object({ toInvite: z.array(ToInvite) })
export type ToInviteList = z.infer<typeof ToInviteList>

/** All of them or none; a name that is there already stays there once. */
export const AddToInvite = z.strictObject({
  names: z.array(line(LIMITS.name)).min(1).max(LIMITS.toInvite),
})
export type AddToInvite = z.infer<typeof AddToInvite>

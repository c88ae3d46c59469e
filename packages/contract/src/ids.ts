import { z } from 'zod'

/** Public ids. A brand keeps a person from being passed where a post is meant. */
export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const TieId = z.uuid().brand<'TieId'>()
export type TieId = z.infer<typeof TieId>

export const TieRequestId = z.uuid().brand<'TieRequestId'>()
export type TieRequestId = z.infer<typeof TieRequestId>

export const CircleId = z.uuid().brand<'CircleId'>()
export type CircleId = z.infer<typeof CircleId>

export const SubjectId = z.uuid().brand<'SubjectId'>()
export type SubjectId = z.infer<typeof SubjectId>

export const PostId = z.uuid().brand<'PostId'>()
export type PostId = z.infer<typeof PostId>

export const ClubId = z.uuid().brand<'ClubId'>()
export type ClubId = z.infer<typeof ClubId>

export const ClubInvitationId = z.uuid().brand<'ClubInvitationId'>()
export type ClubInvitationId = z.infer<typeof ClubInvitationId>

export const CommentId = z.uuid().brand<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>

export const ThreadId = z.uuid().brand<'ThreadId'>()
export type ThreadId = z.infer<typeof ThreadId>

export const MessageId = z.uuid().brand<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>

export const MoveId = z.uuid().brand<'MoveId'>()
export type MoveId = z.infer<typeof MoveId>

export const PassId = z.uuid().brand<'PassId'>()
export type PassId = z.infer<typeof PassId>

export const AskableId = z.uuid().brand<'AskableId'>()
export type AskableId = z.infer<typeof AskableId>

export const GuestAnswerId = z.uuid().brand<'GuestAnswerId'>()
export type GuestAnswerId = z.infer<typeof GuestAnswerId>

export const IntroductionId = z.uuid().brand<'IntroductionId'>()
export type IntroductionId = z.infer<typeof IntroductionId>

export const ReportId = z.uuid().brand<'ReportId'>()
export type ReportId = z.infer<typeof ReportId>

export const InvitationId = z.uuid().brand<'InvitationId'>()
export type InvitationId = z.infer<typeof InvitationId>

export const ToInviteId = z.uuid().brand<'ToInviteId'>()
export type ToInviteId = z.infer<typeof ToInviteId>

export const SessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

export const PasskeyId = z.uuid().brand<'PasskeyId'>()
export type PasskeyId = z.infer<typeof PasskeyId>

/** The unguessable part of a link that its owner sends: 32 bytes in base64url. */
export const LinkSecret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .brand<'LinkSecret'>()
export type LinkSecret = z.infer<typeof LinkSecret>

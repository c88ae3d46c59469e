import type { ErrorCode } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ClientErrorCode } from './api-error.ts'

/** What each refusal means for the person who reads it. The only place where codes become words. */
export const ERROR_WORDS: Record<ClientErrorCode, MessageDescriptor> = {
  invalid_input: msg`Something here cannot be taken as it is. Please look it over.`,
  body_too_large: msg`That is too much at once.`,
  unsupported_media_type: msg`This cannot be read.`,
  method_not_allowed: msg`This cannot be done here.`,
  origin_refused: msg`This page may not do that. Please open Kith anew.`,
  rate_limited: msg`That was a little much in a short time. Please wait a moment.`,
  idempotency_conflict: msg`This was sent before with other words. Please send it once more.`,
  cursor_invalid: msg`The list has changed meanwhile. Please load it anew.`,
  signed_out: msg`You are signed out. Please sign in again.`,
  credentials_wrong: msg`E-mail address and password do not belong together.`,
  email_taken: msg`There is an account with this e-mail address already.`,
  handle_taken: msg`This handle belongs to somebody else.`,
  invitation_needed: msg`To join here, you need an invitation by somebody you know.`,
  link_used: msg`This link has been used.`,
  link_revoked: msg`This link was taken back.`,
  link_expired: msg`This link has ended.`,
  reset_link_invalid: msg`This link to set a new password is no longer good. Please ask for a new one.`,
  not_found: msg`There is nothing here, or nothing that you may see.`,
  already_tied: msg`You two have a tie already.`,
  request_to_self: msg`That is your own handle.`,
  request_exists: msg`There is an open request between you two.`,
  invitation_to_self: msg`This is your own invitation. It is meant for somebody else.`,
  already_recommended: msg`You have a recommendation of this already. You can change its words.`,
  subject_fixed: msg`What it is about cannot be changed any more.`,
  interest_may_only_rise: msg`An interest that was once stated stays.`,
  interest_words_missing: msg`Please say in a few words what your interest is.`,
  partners_only_when_paid: msg`Whoever seeks partners has an interest: please say that it is paid.`,
  audience_empty: msg`Nobody would hear this. Choose at least one circle or one person.`,
  audience_unknown: msg`One of the circles or people chosen is gone. Please choose again.`,
  waits_for_yes: msg`Nobody else reads this before whoever it recommends has said yes.`,
  question_changed: msg`It was changed meanwhile. Please read it once more before you say yes.`,
  circle_name_taken: msg`You have a circle of this name already.`,
  block_too_early: msg`A block stays for seven days.`,
  already_member: msg`That is a member of this club already.`,
  host_stays: msg`You are the host: hand the club over first, or close it.`,
  code_ended: msg`This code has ended. Ask the host for a new one.`,
  code_full: msg`As many have joined by this code as it lets in. Ask the host for a new one.`,
  photo_unreadable: msg`This picture cannot be read. JPEG, PNG, WebP and AVIF work, HEIC does not.`,
  photo_too_large: msg`This picture is too large: twelve megabytes at most.`,
  link_unreadable: msg`We could not read that page. You can write it yourself.`,
  too_many_handles_this_month: msg`You have changed your handle three times within a month. Please keep this one for now.`,
  too_many_ties: msg`You have as many ties as Kith can hold for one person.`,
  too_many_new_ties: msg`You have made many new ties this week. Please go on next week.`,
  too_many_requests_open: msg`You have thirty open requests. Take one back first.`,
  too_many_invitations: msg`You have many open invitations. Take one back first.`,
  too_many_circles: msg`Sixteen circles are the most there can be.`,
  too_many_askables: msg`Seven lines are the most there can be.`,
  too_many_clubs: msg`Fifty clubs are the most one can be in.`,
  club_full: msg`This club has five hundred members, which is the most there can be.`,
  too_many_posts_today: msg`That is enough for today. Tomorrow there is room again; the draft is kept.`,
  too_many_blocks_today: msg`That is enough for today. Tomorrow you can block again.`,
  too_many_comments_today: msg`That is enough for today. Tomorrow you can write again.`,
  too_many_passes_today: msg`That is enough for today. Tomorrow you can pass on more.`,
  unavailable: msg`Kith cannot be reached just now. Please try again in a moment.`,
  internal: msg`Something went wrong on our side. Nothing of yours is lost.`,
  unreachable: msg`No connection. It goes on when you are back.`,
}

/** Whether a code from the wire is one of the closed list. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code !== 'unreachable' && Object.hasOwn(ERROR_WORDS, code)
}

import { z } from 'zod'

/** The closed list: every refusal of the API carries one of these codes. */
export const ERROR_CODES = [
  // The request itself
  'invalid_input',
  'body_too_large',
  'unsupported_media_type',
  'method_not_allowed',
  'origin_refused',
  'rate_limited',
  'idempotency_conflict',
  'cursor_invalid',
  // Who asks
  'signed_out',
  'credentials_wrong',
  'passkey_refused',
  'email_taken',
  'handle_taken',
  'invitation_needed',
  'link_used',
  'link_revoked',
  'link_expired',
  'reset_link_invalid',
  'password_wrong',
  'passkey_not_added',
  'demo_person',
  // What is asked for
  'not_found',
  'already_tied',
  'request_to_self',
  'request_exists',
  'invitation_to_self',
  'already_recommended',
  'subject_fixed',
  'interest_may_only_rise',
  'interest_words_missing',
  'partners_only_when_paid',
  'audience_empty',
  'audience_unknown',
  'thread_closed',
  'ask_over',
  'ask_of_own',
  'offer_is_no_answer',
  'waits_for_yes',
  'question_changed',
  'circle_name_taken',
  'block_too_early',
  'already_member',
  'host_stays',
  'code_ended',
  'code_full',
  'photo_unreadable',
  'photo_too_large',
  'link_unreadable',
  // Limits
  'too_many_handles_this_month',
  'too_many_passkeys',
  'too_many_ties',
  'too_many_new_ties',
  'too_many_requests_open',
  'too_many_invitations',
  'too_many_circles',
  'too_many_askables',
  'too_many_asks_open',
  'too_many_answers',
  'too_many_clubs',
  'club_full',
  'too_many_posts_today',
  'too_many_blocks_today',
  'too_many_comments_today',
  'too_many_passes_today',
  // The service
  'unavailable',
  'internal',
] as const

export const ErrorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof ErrorCode>

/** RFC 9457 problem details, with our code and, for invalid input, which fields. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ErrorCode,
  requestId: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  retryAfterSeconds: z.int().optional(),
})
export type Problem = z.infer<typeof Problem>

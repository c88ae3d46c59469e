import type { ErrorCode, Problem } from '@kith/contract'

interface Meaning {
  readonly status: number
  readonly title: string
}

/** The one place that knows status numbers. */
const MEANINGS: Record<ErrorCode, Meaning> = {
  invalid_input: { status: 400, title: 'Something in the request is not as it should be.' },
  body_too_large: { status: 413, title: 'The request is too large.' },
  unsupported_media_type: { status: 415, title: 'The request must be JSON.' },
  method_not_allowed: { status: 405, title: 'This address does not take this method.' },
  origin_refused: { status: 403, title: 'The request came from another site.' },
  rate_limited: { status: 429, title: 'Too many tries. Wait a little.' },
  idempotency_conflict: { status: 409, title: 'The same key was sent with another request.' },
  cursor_invalid: { status: 400, title: 'The cursor is not one of ours.' },
  signed_out: { status: 401, title: 'Nobody is signed in.' },
  credentials_wrong: { status: 401, title: 'E-mail and password do not fit together.' },
  passkey_refused: { status: 401, title: 'Nobody can be signed in by this passkey.' },
  email_taken: { status: 409, title: 'There is an account with this e-mail address.' },
  handle_taken: { status: 409, title: 'Somebody has this handle.' },
  invitation_needed: { status: 403, title: 'One gets in here by invitation.' },
  link_used: { status: 410, title: 'The link was used.' },
  link_revoked: { status: 410, title: 'The link was taken back.' },
  link_expired: { status: 410, title: 'The link has ended.' },
  reset_link_invalid: { status: 410, title: 'The link has ended or was used.' },
  password_wrong: { status: 403, title: 'That is not the password.' },
  passkey_not_added: { status: 422, title: 'The passkey was not added. Begin again.' },
  demo_person: { status: 403, title: 'This is nobody’s own account.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  already_tied: { status: 409, title: 'There is a tie already.' },
  request_to_self: { status: 409, title: 'That is yourself.' },
  request_exists: { status: 409, title: 'A request is open already.' },
  invitation_to_self: { status: 409, title: 'That is your own invitation.' },
  already_recommended: { status: 409, title: 'You have said something about this already.' },
  subject_fixed: { status: 409, title: 'Subject and verdict stay as they are.' },
  interest_may_only_rise: { status: 409, title: 'An interest may only rise.' },
  interest_words_missing: { status: 422, title: 'Say what the interest is.' },
  partners_only_when_paid: { status: 422, title: 'Partners may be sought in a paid post alone.' },
  ask_over: { status: 409, title: 'The ask is over.' },
  ask_of_own: { status: 409, title: 'That is your own ask.' },
  offer_is_no_answer: { status: 422, title: 'What one earns by is no answer to an ask.' },
  introduction_exists: { status: 409, title: 'This introduction is open already.' },
  introduction_to_self: { status: 409, title: 'An introduction takes three people.' },
  introduction_offered: { status: 409, title: 'It was offered to somebody already.' },
  introduction_over: { status: 409, title: 'The introduction is over.' },
  thread_closed: { status: 409, title: 'Nothing new can be written here.' },
  already_reported: { status: 409, title: 'You have reported this.' },
  no_appeal: { status: 409, title: 'There is nothing to appeal against, or the time for it is over.' },
  case_closed: { status: 409, title: 'This was decided.' },
  look_first: { status: 409, title: 'Open it with a reason first.' },
  outcome_unfit: { status: 409, title: 'That cannot be decided here.' },
  other_operator_decides: { status: 409, title: 'Another operator decides this.' },
  last_operator: { status: 409, title: 'The last operator stays.' },
  waits_for_yes: { status: 409, title: 'Nobody else reads this before the person it is about said yes.' },
  question_changed: { status: 409, title: 'The question is not the same any more.' },
  audience_empty: { status: 422, title: 'The audience holds nobody.' },
  audience_unknown: { status: 422, title: 'The audience names somebody or something that is not yours.' },
  circle_name_taken: { status: 409, title: 'There is a circle of this name.' },
  block_too_early: { status: 409, title: 'A block stays for seven days.' },
  already_member: { status: 409, title: 'Is a member already.' },
  host_stays: { status: 409, title: 'A host hands over first, or closes the club.' },
  code_ended: { status: 410, title: 'The code has ended.' },
  code_full: { status: 410, title: 'As many have joined by this code as may.' },
  photo_unreadable: { status: 422, title: 'This is no picture that can be read.' },
  photo_too_large: { status: 413, title: 'The picture is too large.' },
  link_unreadable: { status: 422, title: 'That page could not be read.' },
  too_many_handles_this_month: { status: 429, title: 'Too many new handles this month.' },
  too_many_passkeys: { status: 409, title: 'There is no room for another passkey.' },
  too_many_ties: { status: 409, title: 'There is no room for another tie.' },
  too_many_new_ties: { status: 429, title: 'Too many new ties this week.' },
  too_many_requests_open: { status: 409, title: 'Too many requests are open.' },
  too_many_invitations: { status: 409, title: 'Too many invitations are open.' },
  too_many_to_invite: { status: 409, title: 'There is no room for so many names.' },
  too_many_circles: { status: 409, title: 'There is no room for another circle.' },
  too_many_askables: { status: 409, title: 'There is no room for another line.' },
  too_many_asks_open: { status: 409, title: 'Too many asks are open.' },
  too_many_answers: { status: 409, title: 'There is no room for another answer.' },
  too_many_clubs: { status: 409, title: 'There is no room for another club.' },
  club_full: { status: 409, title: 'The club has as many members as it may.' },
  too_many_posts_today: { status: 429, title: 'Too many posts today.' },
  too_many_blocks_today: { status: 429, title: 'Too many blocks today.' },
  too_many_comments_today: { status: 429, title: 'Too many comments today.' },
  too_many_passes_today: { status: 429, title: 'Too many passed on today.' },
  too_many_reports_today: { status: 429, title: 'Too many reports today.' },
  too_many_introductions: { status: 409, title: 'Too many introductions are open.' },
  too_many_offers_today: { status: 429, title: 'Too many were brought together today.' },
  unavailable: { status: 503, title: 'Kith cannot answer right now. Try again in a moment.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
}

export interface ProblemExtras {
  readonly requestId?: string | undefined
  readonly fields?: readonly { path: string; message: string }[] | undefined
  readonly retryAfterSeconds?: number | undefined
}

/** The problem document of a code. Without extras it is the same bytes every time. */
export function problemOf(code: ErrorCode, extras: ProblemExtras = {}): Problem {
  const { status, title } = MEANINGS[code]
  return {
    type: `urn:kith:problem:${code}`,
    title,
    status,
    code,
    ...(extras.requestId === undefined ? {} : { requestId: extras.requestId }),
    ...(extras.fields === undefined ? {} : { fields: [...extras.fields] }),
    ...(extras.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: extras.retryAfterSeconds }),
  }
}

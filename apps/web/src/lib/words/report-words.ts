import type { CaseOutcome, OperatorCase, ReportReason } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What each reason means. The order in which they are offered. */
export const REASON_WORDS: Record<ReportReason, MessageDescriptor> = {
  interest: msg`A false statement of interest`,
  person: msg`It names or harms a private person`,
  unlawful: msg`It is against the law`,
  selling: msg`It sells, or is spam`,
  harassment: msg`It harasses or threatens`,
  other: msg`Something else`,
}

/** What something of this class is called. */
export const CLASS_WORDS: Record<OperatorCase['what'], MessageDescriptor> = {
  recommendation: msg`A recommendation`,
  ask: msg`An ask`,
  comment: msg`A comment`,
  message: msg`A message`,
  person: msg`A person`,
  guestAnswer: msg`A guest’s answer`,
  face: msg`The photo of a person`,
  objection: msg`An objection`,
}

/** What was decided. */
export const OUTCOME_WORDS: Record<CaseOutcome, MessageDescriptor> = {
  dismissed: msg`It stays as it is.`,
  asked: msg`Its author is asked to change it.`,
  removed: msg`It was removed.`,
  interest: msg`Its interest was stated anew.`,
  answered: msg`It was answered.`,
}

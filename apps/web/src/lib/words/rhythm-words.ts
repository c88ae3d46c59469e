import type { Rhythm } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** How long a rhythm is. */
export const RHYTHM_WORDS: Record<Rhythm, MessageDescriptor> = {
  14: msg`two weeks`,
  30: msg`a month`,
  90: msg`three months`,
  180: msg`half a year`,
  365: msg`a year`,
}

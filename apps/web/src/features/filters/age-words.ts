import type { Age } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** How old a recommendation may be, in words. */
export const AGES: readonly { age: Age; word: MessageDescriptor }[] = [
  { age: 'week', word: msg`Past week` },
  { age: 'month', word: msg`Past month` },
  { age: 'year', word: msg`Past year` },
]

import type { Circle, CircleKind } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

/** The ready-made circles, which also name the ring patterns. */
export const CIRCLE_WORDS: Record<CircleKind | 'unsorted', MessageDescriptor> = {
  family: msg`Family`,
  friends: msg`Friends`,
  acquaintances: msg`Acquaintances`,
  colleagues: msg`Colleagues`,
  business: msg`Business partners`,
  club: msg`Club people`,
  likeminded: msg`Like-minded`,
  unsorted: msg`Unsorted`,
}

/** The kinds a circle may have, in the order in which they are offered. */
export const CIRCLE_KIND_ORDER: readonly CircleKind[] = [
  'family',
  'friends',
  'acquaintances',
  'colleagues',
  'business',
  'club',
  'likeminded',
]

/** A circle's own name, or the ready-made one in the language spoken. */
export function useCircleName(): (circle: Pick<Circle, 'name' | 'kind'>) => string {
  const { t } = useLingui()
  return ({ name, kind }) => name ?? t(CIRCLE_WORDS[kind])
}

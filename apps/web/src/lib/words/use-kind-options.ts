import type { SubjectKind } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { KIND_ORDER } from './kind-order.ts'
import { KINDS } from './kind-words.ts'

/** The kinds of subjects to choose among, in their order. */
export function useKindOptions() {
  const { t } = useLingui()
  return KIND_ORDER.map((key: SubjectKind) => ({ key, icon: KINDS[key].icon, word: t(KINDS[key].word) }))
}

import type { Move, MoveSize } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { KINDS } from '../../lib/words/kind-words.ts'

const MORE: Record<MoveSize, MessageDescriptor> = {
  little: msg`Counts a little more with you`,
  clear: msg`Counts clearly more with you`,
  much: msg`Counts much more with you`,
  part: msg`Counts more with you, as far as it came this way`,
}

const LESS: Record<MoveSize, MessageDescriptor> = {
  little: msg`Counts a little less with you`,
  clear: msg`Counts clearly less with you`,
  much: msg`Counts much less with you`,
  part: msg`Counts less with you, as far as it came this way`,
}

/** What moved a side, and by how much, in words. */
export function useMoveWords(): (move: Move, name: string) => { what: string; size: string } {
  const { t } = useLingui()
  const whatOf = ({ cause, outcome, title, kind }: Move, name: string): string => {
    const helped = outcome === 'helped'
    const kindWord = t(KINDS[kind].word)
    if (cause === 'less') return t`You want less of this kind: ${kindWord}`
    if (title === null)
      return helped ? t`Something from ${name} helped` : t`Something from ${name} let you down`
    if (cause === 'carried')
      return helped
        ? t`It came through ${name} and helped: ${title}`
        : t`It came through ${name} and let you down: ${title}`
    return helped ? t`It helped: ${title}` : t`It let you down: ${title}`
  }
  const sizeOf = ({ undone, outcome, size }: Move): string => {
    if (undone?.because === 'talked') return t`You two talked about it: it counts for nothing`
    if (undone !== null) return t`Taken back: it counts for nothing`
    return t((outcome === 'helped' ? MORE : LESS)[size])
  }
  return (move, name) => ({ what: whatOf(move, name), size: sizeOf(move) })
}

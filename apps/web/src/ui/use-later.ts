import { useLingui } from '@lingui/react/macro'
import { showToast, UNDO_MS } from './toast.tsx'
import { undoable } from './undoable.ts'

/**
 * Does something after ten seconds in which it can be undone, and also when the page is closed meanwhile. What is
 * refused is told in `words`.
 */
export function useLater(words: (error: unknown) => string): (deed: Deed) => void {
  const { t } = useLingui()
  return ({ text, act, back, mayHurry = false }) => {
    const { takeEffect, undo } = undoable(() => {
      act().catch((error: unknown) => {
        showToast({ text: words(error) })
        back?.()
      })
    })
    const takeBack = () => {
      undo()
      back?.()
    }
    showToast({
      text,
      durationMs: UNDO_MS,
      onGone: takeEffect,
      action: [
        ...(mayHurry ? [{ label: t`Now`, onPress: takeEffect }] : []),
        { label: t`Undo`, onPress: takeBack },
      ],
    })
  }
}

interface Deed {
  /** What will have been done. */
  text: string
  act: () => Promise<unknown>
  /** Shows again what was hidden, where it was undone or refused. */
  back?: () => void
  /** Whether one may do without the ten seconds. */
  mayHurry?: boolean
}

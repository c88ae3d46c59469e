import { useLingui } from '@lingui/react/macro'
import { hide } from './going.ts'
import { showToast, UNDO_MS } from './toast.tsx'
import { undoable } from './undoable.ts'

/**
 * Does something after ten seconds in which it can be undone, and also when the page is closed meanwhile. What is
 * refused is told in `words`.
 */
export function useLater(words: (error: unknown) => string): (deed: Deed) => void {
  const { t } = useLingui()
  return ({ text, act, hides, back, mayHurry = false }) => {
    const show = hides === undefined ? () => undefined : hide(hides)
    const takeBack = () => {
      show()
      back?.()
    }
    const { takeEffect, undo } = undoable(() => {
      dismiss()
      return act().then(
        // What was fetched is drawn in a task of its own, and then no longer holds what is shown again.
        () => void setTimeout(show),
        (error: unknown) => {
          showToast({ text: words(error) })
          takeBack()
        },
      )
    })
    const dismiss = showToast({
      text,
      durationMs: UNDO_MS,
      onGone: takeEffect,
      action: [
        ...(mayHurry ? [{ label: t`Now`, onPress: takeEffect }] : []),
        {
          label: t`Undo`,
          onPress: () => {
            undo()
            takeBack()
          },
        },
      ],
    })
  }
}

interface Deed {
  /** What will have been done. */
  text: string
  /** Resolves once what is shown has been fetched again. */
  act: () => Promise<unknown>
  /** The id of what is done away with, hidden from now on until `act` is over. */
  hides?: string
  /** Shows again what stood there before, where it was undone or refused. */
  back?: () => void
  /** Whether one may do without the ten seconds. */
  mayHurry?: boolean
}

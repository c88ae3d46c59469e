import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

type Step = 1 | 2 | 3 | 4 | 5

interface ClosenessWords {
  /** As a step to choose. */
  title: MessageDescriptor
  /** What it feels like. */
  line: MessageDescriptor
  /** In a list. */
  short: MessageDescriptor
  /** After a name. */
  how: MessageDescriptor
}

/** Five plain steps. German says them so that no pronoun needs a gender. */
export const CLOSENESS: Record<Step, ClosenessWords> = {
  1: {
    title: msg`Know in passing`,
    line: msg`You greet each other`,
    short: msg`know in passing`,
    how: msg`whom you know in passing`,
  },
  2: {
    title: msg`Acquainted`,
    line: msg`You would ask about the weather and the children`,
    short: msg`acquainted`,
    how: msg({ message: 'acquainted', context: 'after a name' }),
  },
  3: {
    title: msg`Know well`,
    line: msg`You would lend your bicycle`,
    short: msg`know well`,
    how: msg`whom you know well`,
  },
  4: {
    title: msg`Close`,
    line: msg`You would ring at midnight`,
    short: msg`close`,
    how: msg`who is close to you`,
  },
  5: {
    title: msg`Like family`,
    line: msg`You would not need to ring`,
    short: msg`like family`,
    how: msg`who is like family to you`,
  },
}

/** A closeness from the wire as one of the five steps; null where the tie is unsorted. */
export function stepOf(closeness: number | null): Step | null {
  return closeness === 1 || closeness === 2 || closeness === 3 || closeness === 4 || closeness === 5
    ? closeness
    : null
}

/** The five steps as rows to choose from. */
export function useClosenessSteps() {
  const { t } = useLingui()
  const steps: readonly Step[] = [1, 2, 3, 4, 5]
  return steps.map((closeness) => ({
    closeness,
    title: t(CLOSENESS[closeness].title),
    line: t(CLOSENESS[closeness].line),
  }))
}

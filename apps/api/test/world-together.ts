/** A thread of two or three, with what each wrote: words that stand nowhere else. */
export interface KnownThread {
  readonly id: string
  readonly people: readonly string[]
  /** Who has left one of three, for good. */
  readonly gone: Set<string>
  readonly messages: KnownMessage[]
}

export interface KnownMessage {
  readonly id: string
  readonly by: string
  readonly word: string
}

/** Two are to be brought together, or were; words and lines stand nowhere else. */
export interface KnownIntroduction {
  readonly id: string
  /** Null: it was the broker's own idea. */
  readonly asker: string | null
  readonly broker: string
  readonly kind: string
  readonly words: string | null
  readonly sides: KnownIntroductionSide[]
  /** Until day 14 of its making, as the clock of the world stands. */
  readonly isOpen: () => boolean
  withdrawn: boolean
  declined: boolean
  /** The id of the thread once all said yes. */
  thread: string | null
}

export interface KnownIntroductionSide {
  readonly who: string
  readonly line: string
  readonly silent: boolean
  answer: 'yes' | 'notNow' | 'never' | null
}

/** Whether somebody is in a thread still. */
export function isInThread({ people, gone }: KnownThread, key: string): boolean {
  return people.includes(key) && !gone.has(key)
}

/** Whoever blocks another is in no thread of three with him any more. */
export function leaveSharedThreads(threads: readonly KnownThread[], by: string, of: string): void {
  for (const { people, gone } of threads)
    if (people.length > 2 && people.includes(by) && people.includes(of)) gone.add(by)
}

import type { Message, ThreadId } from '@kith/contract'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../lib/api.ts'
import { useMe } from '../../lib/use-me.ts'
import { type Letter, sendLetter, useThreadsChanged } from './thread-queries.ts'
import { keepUnsent, unsentOf } from './unsent-store.ts'

/** What is on its way into a thread, or did not get there: it stays until it is sent or dropped. */
export interface Outgoing extends Letter {
  /** Why it was refused; null as long as it is on its way. */
  refusal: unknown
  /** What it has become, as soon as that is known. */
  arrived: Message['id'] | null
}

/** Left over from when this page was closed: whether it arrived is found out by sending it again. */
const NOT_ARRIVED = new Error('the page was closed before an answer came')

/**
 * Sends into a thread, one after the other. What has not arrived is kept on this device, photos only as long as the page is
 * open. What is among `messages` is no longer on its way.
 */
export function useOutgoing(thread: ThreadId, messages: readonly Message[]) {
  const changed = useThreadsChanged()
  const [all, setAll] = useKeptLetters(thread)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const rewrite = ({ key }: Letter, change: Partial<Outgoing>) =>
    setAll((known) => known.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const drop = ({ key }: Letter) => setAll((known) => known.filter((one) => one.key !== key))
  const sendOnce = async (letter: Letter) => {
    try {
      const { id } = await sendLetter(thread, letter)
      rewrite(letter, { arrived: id })
      await changed()
      drop(letter)
    } catch (error) {
      rewrite(letter, { refusal: error })
    }
  }
  const queue = (letter: Letter) => {
    before.current = before.current.then(() => sendOnce(letter))
  }
  const known = new Set(messages.map(({ id }) => id))
  return {
    outgoing: all.filter(({ arrived }) => arrived === null || !known.has(arrived)),
    drop,
    send: (text: string, photo: File | null) => {
      const letter = { key: newKey(), text, photo }
      setAll((others) => [...others, { ...letter, refusal: null, arrived: null }])
      queue(letter)
    },
    sendAgain: (letter: Letter) => {
      rewrite(letter, { refusal: null })
      queue(letter)
    },
  }
}

function useKeptLetters(thread: ThreadId) {
  const me = useMe()
  const [all, setAll] = useState<readonly Outgoing[]>(() =>
    unsentOf(me, thread).letters.map((letter) => ({
      ...letter,
      photo: null,
      refusal: NOT_ARRIVED,
      arrived: null,
    })),
  )
  useEffect(() => {
    const waiting = all.filter(({ photo, arrived }) => photo === null && arrived === null)
    keepUnsent(me, thread, { letters: waiting.map(({ key, text }) => ({ key, text })) })
  }, [me, thread, all])
  return [all, setAll] as const
}

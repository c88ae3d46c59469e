import type { ThreadId } from '@kith/contract'
import { useEffect, useState } from 'react'
import { newKey } from '../../lib/api.ts'
import { useMe } from '../../lib/use-me.ts'
import { type Letter, sendLetter, useThreadsChanged } from './thread-queries.ts'
import { keepUnsent, unsentOf } from './unsent-store.ts'

/** What is on its way into a thread, or did not get there: it stays until it is sent or dropped. */
export interface Outgoing extends Letter {
  /** Why it was refused; null as long as it is on its way. */
  refusal: unknown
}

/** Sends into a thread. What has not arrived is kept on this device, photos only as long as the page is open. */
export function useOutgoing(thread: ThreadId) {
  const me = useMe()
  const changed = useThreadsChanged()
  const [outgoing, setOutgoing] = useState<readonly Outgoing[]>(() =>
    unsentOf(me, thread).letters.map((letter) => ({ ...letter, photo: null, refusal: NOT_ARRIVED })),
  )
  useEffect(() => {
    const letters = outgoing.filter(({ photo }) => photo === null).map(({ key, text }) => ({ key, text }))
    keepUnsent(me, thread, { letters })
  }, [me, thread, outgoing])
  const rewrite = (letter: Letter, refusal: unknown) =>
    setOutgoing((all) => all.map((one) => (one.key === letter.key ? { ...one, refusal } : one)))
  const drop = ({ key }: Letter) => setOutgoing((all) => all.filter((one) => one.key !== key))
  const tryOnce = (letter: Letter) =>
    void sendLetter(thread, letter)
      .then(changed)
      .then(() => drop(letter))
      .catch((error: unknown) => rewrite(letter, error))
  return {
    outgoing,
    drop,
    send: (text: string, photo: File | null) => {
      const letter = { key: newKey(), text, photo }
      setOutgoing((all) => [...all, { ...letter, refusal: null }])
      tryOnce(letter)
    },
    sendAgain: (letter: Letter) => {
      rewrite(letter, null)
      tryOnce(letter)
    },
  }
}

/** Left over from when this page was closed: whether it arrived is found out by sending it again. */
const NOT_ARRIVED = new Error('the page was closed before an answer came')

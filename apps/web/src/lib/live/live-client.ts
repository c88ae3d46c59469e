import type { LiveChange, LiveMessage, LiveRequest } from '@kith/contract'
import { readTrusted } from '../trusted-json.ts'
import {
  type LiveEffect,
  type LiveEvent,
  type LiveStanding,
  RESTING,
  standingOf,
  stepLive,
  waitMs,
} from './live-machine.ts'

export interface LiveClient {
  start: () => void
  stop: () => void
  /** The browser's word on whether there is a network. */
  hearNetwork: (word: 'online' | 'offline') => void
  /** How it stands, for the offline bar. */
  standing: () => LiveStanding
  subscribe: (listener: () => void) => () => void
}

interface LiveDeps {
  url: () => string
  writes: () => readonly string[]
  apply: (changes: readonly LiveChange[]) => void
  refetch: () => void
  signedOut: () => void
}

/** Drives the state machine with a real socket and real timers. */
export function createLiveClient(deps: LiveDeps): LiveClient {
  let machine = RESTING
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function dispatch(event: LiveEvent) {
    const { machine: next, effects } = stepLive(machine, event)
    const changed = standingOf(next) !== standingOf(machine)
    machine = next
    for (const effect of effects) perform(effect)
    if (changed) for (const listener of listeners) listener()
  }

  function perform(effect: LiveEffect) {
    switch (effect.do) {
      case 'open':
        return openSocket()
      case 'close':
        return closeSocket()
      case 'hello':
        return say({ type: 'hello', after: effect.after, writes: [...deps.writes()] })
      case 'pong':
        return say({ type: 'pong' })
      case 'wait':
        timer = setTimeout(() => dispatch({ type: 'due' }), waitMs(effect.tries, Math.random))
        return
      case 'stopWaiting':
        return clearTimeout(timer)
      case 'apply':
        return deps.apply(effect.changes)
      case 'refetch':
        return deps.refetch()
      case 'sayGoodbye':
        return deps.signedOut()
    }
  }

  function openSocket() {
    closeSocket()
    const opened = new WebSocket(deps.url())
    socket = opened
    const mine = (event: LiveEvent) => socket === opened && dispatch(event)
    opened.addEventListener('open', () => mine({ type: 'opened' }))
    opened.addEventListener('close', ({ code }) => mine({ type: 'closed', closeCode: code }))
    opened.addEventListener('message', (event: MessageEvent<string>) => {
      mine(readTrusted<LiveMessage>(event.data))
    })
  }

  function closeSocket() {
    const closing = socket
    socket = null
    closing?.close()
  }

  function say(request: LiveRequest) {
    socket?.send(JSON.stringify(request))
  }

  return {
    start: () => dispatch({ type: 'start' }),
    stop: () => dispatch({ type: 'stop' }),
    hearNetwork: (type) => dispatch({ type }),
    standing: () => standingOf(machine),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

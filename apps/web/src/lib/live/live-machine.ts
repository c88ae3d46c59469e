import type { LIVE_CLOSE, LiveChange } from '@kith/contract'

const SIGNED_OUT: (typeof LIVE_CLOSE)['signed_out'] = 4401

/**
 * resting: not wanted · offline: the device has no network · connecting: socket opens · greeting: hello sent ·
 * live: changes come · waiting: until the next try · ended: signed out, no further try
 */
export type LiveState = 'resting' | 'offline' | 'connecting' | 'greeting' | 'live' | 'waiting' | 'ended'

export interface LiveMachine {
  state: LiveState
  /** Where the last connection stood; null before the first. */
  position: string | null
  /** Failed tries in a row. */
  tries: number
}

export interface LiveEvent {
  type:
    | 'start'
    | 'stop'
    | 'online'
    | 'offline'
    | 'opened'
    | 'closed'
    | 'due'
    | 'ready'
    | 'changes'
    | 'refetch'
    | 'ping'
  position?: string
  changes?: readonly LiveChange[]
  closeCode?: number
}

export type LiveEffect =
  | { do: 'open' }
  | { do: 'close' }
  | { do: 'hello'; after: string | null }
  | { do: 'pong' }
  | { do: 'wait'; tries: number }
  | { do: 'stopWaiting' }
  | { do: 'apply'; changes: readonly LiveChange[] }
  | { do: 'refetch' }
  | { do: 'sayGoodbye' }

export interface LiveStep {
  machine: LiveMachine
  effects: LiveEffect[]
}

type Transition = (machine: LiveMachine, event: LiveEvent) => LiveStep

export const RESTING: LiveMachine = { state: 'resting', position: null, tries: 0 }

/** What the connection does next. Total: every event has an answer in every state. */
export function stepLive(machine: LiveMachine, event: LiveEvent): LiveStep {
  return TABLE[machine.state][event.type](machine, event)
}

const stay: Transition = (machine) => ({ machine, effects: [] })
const open: Transition = (machine) => to(machine, 'connecting', { do: 'open' })
const rest: Transition = (machine) => to({ ...machine, tries: 0 }, 'resting', { do: 'close' })
const goOffline: Transition = (machine) => to(machine, 'offline', { do: 'close' })
const greet: Transition = (machine) => to(machine, 'greeting', { do: 'hello', after: machine.position })
const answerPing: Transition = (machine) => ({ machine, effects: [{ do: 'pong' }] })

const lose: Transition = (machine, event) => {
  if (event.closeCode === SIGNED_OUT) return to(machine, 'ended', { do: 'sayGoodbye' })
  const tries = machine.tries + 1
  return to({ ...machine, tries }, 'waiting', { do: 'wait', tries })
}

const beReady: Transition = (machine, event) => {
  const next = { ...machine, position: event.position ?? machine.position, tries: 0 }
  // What was fetched before the very first greeting may have changed before the server began to listen.
  return machine.position === null ? to(next, 'live', { do: 'refetch' }) : to(next, 'live')
}

const take: Transition = (machine, event) =>
  to({ ...machine, position: event.position ?? machine.position, tries: 0 }, 'live', {
    do: 'apply',
    changes: event.changes ?? [],
  })

const refetch: Transition = (machine, event) =>
  to({ ...machine, position: event.position ?? machine.position, tries: 0 }, 'live', { do: 'refetch' })

const stopWaiting =
  (then: Transition): Transition =>
  (machine, event) => {
    const { machine: next, effects } = then(machine, event)
    return { machine: next, effects: [{ do: 'stopWaiting' }, ...effects] }
  }

function to(machine: LiveMachine, state: LiveState, ...effects: LiveEffect[]): LiveStep {
  return { machine: { ...machine, state }, effects }
}

const deaf: Record<LiveEvent['type'], Transition> = {
  start: stay,
  stop: stay,
  online: stay,
  offline: stay,
  opened: stay,
  closed: stay,
  due: stay,
  ready: stay,
  changes: stay,
  refetch: stay,
  ping: stay,
}

const TABLE: Record<LiveState, Record<LiveEvent['type'], Transition>> = {
  resting: { ...deaf, start: open },
  offline: { ...deaf, stop: rest, online: open },
  connecting: { ...deaf, stop: rest, offline: goOffline, opened: greet, closed: lose },
  greeting: {
    ...deaf,
    stop: rest,
    offline: goOffline,
    closed: lose,
    ready: beReady,
    changes: take,
    refetch,
    ping: answerPing,
  },
  live: {
    ...deaf,
    stop: rest,
    offline: goOffline,
    closed: lose,
    ready: beReady,
    changes: take,
    refetch,
    ping: answerPing,
  },
  waiting: {
    ...deaf,
    stop: stopWaiting(rest),
    offline: stopWaiting(goOffline),
    online: stopWaiting(open),
    due: open,
  },
  ended: { ...deaf, start: open },
}

export type LiveStanding = 'fine' | 'offline' | 'lost'

/** What a person should be told: a first failure is not worth a word, a second one is. */
export function standingOf({ state, tries }: LiveMachine): LiveStanding {
  if (state === 'offline') return 'offline'
  return tries >= 2 ? 'lost' : 'fine'
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/** How long to wait after `tries` failures: doubling from half a second to half a minute, then jittered to 50–100 %. */
export function waitMs(tries: number, random: () => number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))
  return Math.round(full * (0.5 + random() / 2))
}

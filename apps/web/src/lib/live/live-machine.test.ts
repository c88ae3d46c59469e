import { describe, expect, it } from 'vitest'
import {
  type LiveEvent,
  type LiveMachine,
  type LiveState,
  type LiveStep,
  RESTING,
  standingOf,
  stepLive,
  waitMs,
} from './live-machine.ts'

const STATES: LiveState[] = ['resting', 'offline', 'connecting', 'greeting', 'live', 'waiting', 'ended']
const TYPES: LiveEvent['type'][] = [
  'start',
  'stop',
  'online',
  'offline',
  'opened',
  'closed',
  'due',
  'ready',
  'changes',
  'refetch',
  'ping',
]

function after(events: LiveEvent[], from: LiveMachine = RESTING): LiveStep {
  const start: LiveStep = { machine: from, effects: [] }
  return events.reduce((step, event) => stepLive(step.machine, event), start)
}

describe('the live connection', () => {
  it('has an answer to every event in every state', () => {
    for (const state of STATES) {
      for (const type of TYPES) {
        const { machine, effects } = stepLive({ state, position: 'p', tries: 0 }, { type })
        expect(STATES).toContain(machine.state)
        expect(Array.isArray(effects)).toBe(true)
      }
    }
  })

  it('says hello with the position where it stopped, and misses nothing', () => {
    const lost = after([
      { type: 'start' },
      { type: 'opened' },
      { type: 'ready', position: 'p1' },
      { type: 'changes', position: 'p2', changes: [{ kind: 'feed' }] },
      { type: 'closed', closeCode: 1006 },
      { type: 'due' },
      { type: 'opened' },
    ])
    expect(lost.machine.state).toBe('greeting')
    expect(lost.effects).toEqual([{ do: 'hello', after: 'p2' }])
  })

  it('fetches anew what was shown before the server began to listen, and only then', () => {
    const first = after([{ type: 'start' }, { type: 'opened' }, { type: 'ready', position: 'p1' }])
    expect(first.effects).toEqual([{ do: 'refetch' }])
    const again = after(
      [{ type: 'closed' }, { type: 'due' }, { type: 'opened' }, { type: 'ready', position: 'p1' }],
      first.machine,
    )
    expect(again.effects).toEqual([])
  })

  it('tries no more once signed out', () => {
    const ended = after([{ type: 'start' }, { type: 'opened' }, { type: 'closed', closeCode: 4401 }])
    expect(ended.machine.state).toBe('ended')
    expect(ended.effects).toEqual([{ do: 'sayGoodbye' }])
    expect(after([{ type: 'due' }, { type: 'online' }], ended.machine).machine.state).toBe('ended')
  })

  it('opens at once when the network is back, and forgets the timer', () => {
    const waiting = after([{ type: 'start' }, { type: 'closed' }])
    expect(waiting.machine.state).toBe('waiting')
    expect(stepLive(waiting.machine, { type: 'online' }).effects).toEqual([
      { do: 'stopWaiting' },
      { do: 'open' },
    ])
  })

  it('is worth a word from the second failure on', () => {
    const once = after([{ type: 'start' }, { type: 'closed' }])
    expect(standingOf(once.machine)).toBe('fine')
    expect(standingOf(after([{ type: 'due' }, { type: 'closed' }], once.machine).machine)).toBe('lost')
  })

  it('waits twice as long each time, never over half a minute, never less than half of it', () => {
    expect([1, 2, 3, 20].map((tries) => waitMs(tries, () => 1))).toEqual([500, 1000, 2000, 30_000])
    expect(waitMs(20, () => 0)).toBe(15_000)
  })
})

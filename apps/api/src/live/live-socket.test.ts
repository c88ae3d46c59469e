import { LIVE_CLOSE, PersonId, SessionId } from '@kith/contract'
import { expect, it } from 'vitest'
import { LiveSocket, type Wire } from './live-socket.ts'

const ID = '0199aaaa-0000-4000-8000-000000000000'

/** A socket whose other side reads nothing: `unread` bytes wait. */
function openSocket({ unread = 0 } = {}) {
  const sent: string[] = []
  const closed: number[] = []
  const send: Wire['send'] = (data: unknown) => {
    sent.push(String(data))
  }
  const close: Wire['close'] = (code) => {
    closed.push(code ?? 0)
  }
  let terminated = 0
  const wire: Wire = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: unread,
    send,
    close,
    terminate: () => {
      terminated += 1
    },
  }
  const viewer = { id: PersonId.parse(ID), no: 1, session: SessionId.parse(ID) }
  return { socket: new LiveSocket(wire, viewer), sent, closed, terminated: () => terminated }
}

it('holds back what happens before the greeting, and says it after', () => {
  const { socket, sent } = openSocket()
  socket.tell('p1', [{ kind: 'feed' }])
  expect(sent).toEqual([])
  socket.greet({ type: 'ready', position: 'p0' })
  socket.tell('p2', [{ kind: 'ties' }])
  expect(sent.map((text) => JSON.parse(text).position)).toEqual(['p0', 'p1', 'p2'])
})

it('cuts off whoever leaves too much unread, by name', () => {
  const { socket, sent, closed } = openSocket({ unread: 65 * 1_024 })
  socket.greet({ type: 'ready', position: 'p0' })
  expect(sent).toEqual([])
  expect(closed).toEqual([LIVE_CLOSE.consumer_too_slow])
})

it('holds back a bounded number of messages for a socket that is never greeted', () => {
  const { socket, closed } = openSocket()
  for (let i = 0; i < 101; i++) socket.tell(`p${i}`, [])
  expect(closed).toEqual([LIVE_CLOSE.consumer_too_slow])
})

it('makes many changes at once into one word: fetch again', () => {
  const { socket, sent } = openSocket()
  socket.greet()
  const changes = Array.from({ length: 101 }, () => ({ kind: 'feed' as const }))
  socket.tell('p1', changes)
  expect(sent.map((text) => JSON.parse(text))).toEqual([{ type: 'refetch', position: 'p1' }])
})

it('drops a connection that answers no ping', () => {
  const { socket, terminated } = openSocket()
  socket.greet()
  socket.ping()
  socket.heard()
  socket.ping()
  expect(terminated()).toBe(0)
  socket.ping()
  expect(terminated()).toBe(1)
})

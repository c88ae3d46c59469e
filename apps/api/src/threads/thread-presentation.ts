import { type Message, MessageId, type ShownPerson, type Thread, ThreadId } from '@kith/contract'
import { presentParty } from '../graph/party-rows.ts'
import { presentPerson } from '../graph/person-presentation.ts'
import type { ListedThread, MessageRow, ThreadRow } from './thread-rows.ts'

/** By public id, how everybody in a thread appears to its reader. */
export type ThreadPeople = ReadonlyMap<string, ShownPerson>

export function peopleOf({ self, others }: ThreadRow): ThreadPeople {
  return new Map([
    [self.id, presentPerson(self, { way: 'own' })],
    ...others.map((other): [string, ShownPerson] => [other.id, presentParty(other)]),
  ])
}

export function presentThread(row: ThreadRow, last: Message | null): Thread {
  const { id, writable, others, unreadAt } = row
  return {
    id: ThreadId.parse(id),
    others: others.map(presentParty),
    writable,
    unread: unreadAt !== null,
    last,
  }
}

export function presentListed(row: ListedThread): Thread {
  const last = presentMessage({ ...row.last, at: new Date(row.last.at) }, peopleOf(row))
  return presentThread(row, last)
}

export function presentMessage({ id, writer, text, photo, at }: MessageRow, people: ThreadPeople): Message {
  const person = people.get(writer) ?? { shown: 'somebody' as const }
  return { id: MessageId.parse(id), person, text, photo, at: at.toISOString() }
}

import type { Message, ThreadPage } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useReport } from '../../lib/report.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { useGoing } from '../../ui/going.ts'
import text from '../../ui/text.module.css'
import { MessageForm } from './message-form.tsx'
import { MessageRow } from './message-row.tsx'
import { OutgoingRow } from './outgoing-row.tsx'
import css from './threads.module.css'
import { useAtEnd } from './use-at-end.ts'
import { useOutgoing } from './use-outgoing.ts'
import { useRead } from './use-read.ts'
import { useRemoveMessage } from './use-thread-verbs.ts'

/** What was written in a thread, the newest last, and where one goes on writing. */
export function ThreadRoom({ page, messages }: { page: ThreadPage; messages: readonly Message[] }) {
  const { t } = useLingui()
  const { thread } = page
  const going = useGoing()
  const remove = useRemoveMessage()
  const { outgoing, send, sendAgain, drop } = useOutgoing(thread.id, messages)
  const report = useReport()
  const newest = messages.at(-1)
  useRead(thread, newest)
  const end = useAtEnd(newest?.id, outgoing.length)
  const [other] = thread.others
  const name = other !== undefined && 'name' in other ? firstName(other.name) : t`Somebody`
  const shown = messages.filter(({ id }) => !going.has(id))
  return (
    <>
      {shown.length === 0 && outgoing.length === 0 && (
        <p className={text.lead}>
          <Trans>Nothing is written here. Whatever you write stays between you.</Trans>
        </p>
      )}
      <div role="log" aria-label={t`Messages`}>
        <Days messages={shown}>
          {(message) => (
            <MessageRow
              message={message}
              onRemove={() => remove(message)}
              onReport={() => report('message', message.id)}
            />
          )}
        </Days>
        {outgoing.map((letter) => (
          <OutgoingRow
            key={letter.key}
            letter={letter}
            onAgain={() => sendAgain(letter)}
            onDrop={() => drop(letter)}
          />
        ))}
        <div ref={end} />
      </div>
      {thread.writable ? (
        <MessageForm thread={thread.id} onSend={send} />
      ) : (
        <p className={css.closed}>
          {other === undefined ? (
            <Trans>Nobody else is in this thread any more. What you wrote stays with you.</Trans>
          ) : (
            <Trans>
              The tie with {name} is over. What you wrote stays with each of you; nothing new can be added.
            </Trans>
          )}
        </p>
      )}
    </>
  )
}

function Days({
  messages,
  children,
}: {
  messages: readonly Message[]
  children: (one: Message) => ReactNode
}) {
  const dayOf = ({ at }: Message) => agoWords(at, now(), spokenLanguage())
  return (
    <ol className={css.messages}>
      {messages.map((message, index) => {
        const before = messages[index - 1]
        const day = dayOf(message)
        return (
          <li key={message.id}>
            {(before === undefined || dayOf(before) !== day) && <h2 className={css.day}>{day}</h2>}
            {children(message)}
          </li>
        )
      })}
    </ol>
  )
}

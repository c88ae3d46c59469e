import type { Message } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { Flag, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { spokenLanguage } from '../../lib/language.ts'
import { clockWords } from '../../lib/words/dates.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import css from './threads.module.css'

/** What somebody wrote, mine beside the line that is me. */
export function MessageRow({ message, onRemove, onReport }: MessageRowProps) {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const { who } = personWords(message.person)
  const isMine = message.person.shown === 'self'
  return (
    <article className={cx(css.message, isMine && css.mine)} aria-label={t`Message by ${who}`}>
      <div>
        <p className={css.head}>
          <span className={text.strong}>{who}</span>
          <time className={text.meta} dateTime={message.at}>
            {clockWords(message.at, spokenLanguage())}
          </time>
        </p>
        {message.photo !== null && <MessagePhoto message={message} who={who} />}
        {message.text !== null && <Words>{message.text}</Words>}
      </div>
      {isMine ? (
        <IconButton label={t`Remove this message`} title={t`Remove this message`} onClick={onRemove}>
          <Icon of={Trash2} />
        </IconButton>
      ) : (
        <IconButton label={t`Report this message`} title={t`Report this message`} onClick={onReport}>
          <Icon of={Flag} />
        </IconButton>
      )}
    </article>
  )
}

interface MessageRowProps {
  message: Message
  onRemove: () => void
  onReport: () => void
}

export function Words({ children }: { children: ReactNode }) {
  return <p className={cx(text.voiceSmall, css.text)}>{children}</p>
}

function MessagePhoto({ message: { id, photo }, who }: { message: Message; who: string }) {
  const { t } = useLingui()
  if (photo === null) return null
  const address = (size: string) => `/api/messages/${id}/photo?size=${size}`
  return (
    <a href={address('large')} target="_blank" rel="noreferrer">
      <img
        className={css.photo}
        src={address('small')}
        alt={t`Photo by ${who}`}
        width={photo.width}
        height={photo.height}
        loading="lazy"
        decoding="async"
      />
    </a>
  )
}

import type { Comment } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Flag, Trash2 } from 'lucide-react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import css from './comments.module.css'

export function CommentRow({ comment, onRemove, onReport }: CommentRowProps) {
  const { t } = useLingui()
  const personWords = usePersonWords()
  const { who } = personWords(comment.person)
  const ago = agoWords(comment.made, now(), spokenLanguage())
  return (
    <article className={css.comment} aria-label={t`Comment by ${who}`}>
      <div>
        <p className={css.head}>
          <span className={text.strong}>{who}</span>
          {comment.byAuthor && comment.person.shown !== 'self' && (
            <span className={text.meta}>
              <Trans>recommends it</Trans>
            </span>
          )}
          <time className={text.meta} dateTime={comment.made}>
            {ago}
          </time>
        </p>
        <p className={css.text}>{comment.text}</p>
      </div>
      {comment.removable && (
        <IconButton label={t`Remove the comment by ${who}`} onClick={onRemove}>
          <Icon of={Trash2} />
        </IconButton>
      )}
      {comment.person.shown !== 'self' && (
        <IconButton label={t`Report the comment by ${who}`} onClick={onReport}>
          <Icon of={Flag} />
        </IconButton>
      )}
    </article>
  )
}

interface CommentRowProps {
  comment: Comment
  onRemove: () => void
  onReport: () => void
}

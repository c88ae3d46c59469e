import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { newKey } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { useSayComment } from './comment-queries.ts'
import css from './comments.module.css'

/** Where one writes below a recommendation, `isMine` below one's own; the key `r` goes there. What could not be sent stays. */
export function CommentForm({ post, isMine }: { post: string; isMine: boolean }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const say = useSayComment(post)
  const form = useRef<HTMLFormElement>(null)
  const [written, setWritten] = useState('')
  const [key, setKey] = useState(newKey)
  useShortcuts({ r: () => form.current?.querySelector('textarea')?.focus() })
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (written.trim() === '' || say.isPending) return
    say.mutate(
      { text: written, key },
      {
        onSuccess: () => {
          setWritten('')
          setKey(newKey())
        },
      },
    )
  }
  return (
    <form ref={form} className={css.form} onSubmit={send}>
      <TextArea
        label={t`Say something about it`}
        hint={
          isMine ? (
            <Trans>You stand here as you do above: by name only where it may be seen.</Trans>
          ) : (
            <Trans>
              The author learns your name. Everybody else only if they may see it anyway; else you are
              “somebody”.
            </Trans>
          )
        }
        value={written}
        maxLength={LIMITS.comment}
        onChange={(event) => {
          setWritten(event.target.value)
          // Other words are another comment.
          if (say.isError) setKey(newKey())
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
        }}
      />
      {say.error !== null && <Refusal>{words(say.error)}</Refusal>}
      <div className={layout.row}>
        <Button type="submit" busy={say.isPending} busyLabel={t`Sending`}>
          <Trans>Comment</Trans>
        </Button>
        <span className={text.meta}>
          <Trans>Ctrl and Enter sends it</Trans>
        </span>
      </div>
    </form>
  )
}

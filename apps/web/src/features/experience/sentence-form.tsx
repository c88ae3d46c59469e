import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { useSayOutcome } from './outcome-queries.ts'

/** One sentence to whoever recommended it, if I want: nothing is sent unless I press. */
export function SentenceForm({ post, sent }: { post: string; sent: string | null }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const say = useSayOutcome(post)
  const [written, setWritten] = useState('')
  if (sent !== null) {
    return (
      <div className={layout.stack}>
        <p className={text.voiceSmall}>{quoted(sent, spokenLanguage())}</p>
        <div className={layout.row}>
          <span className={text.meta}>{t`Sent back to whoever recommended it.`}</span>
          <Button
            variant="quiet"
            disabled={say.isPending}
            onClick={() => say.mutate({ outcome: 'letDown', sentence: null })}
          >
            {t`Take the sentence back`}
          </Button>
        </div>
        {say.error !== null && <Refusal>{words(say.error)}</Refusal>}
      </div>
    )
  }
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault()
        if (written.trim() !== '') say.mutate({ outcome: 'letDown', sentence: written })
      }}
    >
      <TextField
        label={t`A sentence to whoever recommended it`}
        aside={t`only if you want`}
        hint={
          <Trans>
            Without it nobody learns that it let you down. With it the author alone does; by name you are seen
            only where you would be anyway.
          </Trans>
        }
        value={written}
        maxLength={LIMITS.sentence}
        onChange={(event) => setWritten(event.target.value)}
      />
      {say.error !== null && <Refusal>{words(say.error)}</Refusal>}
      <div>
        <Button type="submit" busy={say.isPending} busyLabel={t`Sending`} disabled={written.trim() === ''}>
          {t`Send it back`}
        </Button>
      </div>
    </form>
  )
}

import type { Ask } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { recommendationQuery } from '../../lib/recommendation-query.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import layout from '../../ui/layout.module.css'
import rows from '../../ui/rows.module.css'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { useAnswer, useWithdrawAnswer } from './ask-queries.ts'

/** What I answered somebody’s ask with; each can be taken back. */
export function GivenAnswers({ ask }: { ask: Ask }) {
  const { t } = useLingui()
  if (ask.answered.length === 0) return null
  return (
    <section className={layout.room}>
      <h2 className={text.section}>{t`You answered with`}</h2>
      <ul className={rows.rows}>
        {ask.answered.map((post) => (
          <Given key={post} ask={ask} post={post} />
        ))}
      </ul>
    </section>
  )
}

function Given({ ask, post }: { ask: Ask; post: Ask['post'] }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data } = useQuery(recommendationQuery(post))
  const withdraw = useWithdrawAnswer(ask)
  const answer = useAnswer(ask)
  if (data === undefined) return null
  const { title } = data.voice.subject
  const onError = (error: unknown) => showToast({ text: words(error) })
  const undo = ask.isOver ? [] : [{ label: t`Undo`, onPress: () => answer.mutate(post, { onError }) }]
  return (
    <li>
      <div>
        <Link to="/recommendations/$id" params={{ id: post }}>
          {title}
        </Link>
      </div>
      <Button
        disabled={withdraw.isPending}
        onClick={() =>
          withdraw.mutate(post, {
            onSuccess: () => showToast({ text: t`Your answer is taken back.`, action: undo }),
            onError,
          })
        }
      >
        <Trans>Take it back</Trans>
        <span className={text.vh}>: {title}</span>
      </Button>
    </li>
  )
}

import type { OwnRecommendation, PostId, ShownPerson } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { askQuery } from '../../lib/ask-query.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import rows from '../../ui/rows.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import { answerableQuery, useAnswer } from './ask-queries.ts'

/** Answers an ask: with a recommendation of mine that is there, or with a new one. */
export function AnswerSheet({ of, onNew, renderWrite, onClose }: AnswerSheetProps) {
  const asked = useQuery({ ...askQuery(of ?? ''), enabled: of !== undefined })
  const lost = useLost(asked)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (asked.data === undefined) return null
  const { ask } = asked.data
  return (
    <Sheet title={ask.wish.title} onClose={onClose}>
      <SheetPart>
        <div className={layout.stack}>
          <p className={text.hint}>
            <Trans>
              Only whoever asks sees that you answered, and reads what you recommend. Nobody else does on that
              account.
            </Trans>
          </p>
          <Button variant="primary" wide onClick={() => onNew(ask.post)}>
            <Icon of={PenLine} />
            <Trans>Recommend something new</Trans>
          </Button>
          {renderWrite(ask.person)}
        </div>
      </SheetPart>
      <Ready ask={ask.post} kind={ask.wish.kind} given={new Set(ask.answered)} onClose={onClose} />
    </Sheet>
  )
}

interface AnswerSheetProps {
  of: string | undefined
  onNew: (ask: PostId) => void
  /** The way to write to whoever asks, where there is one. */
  renderWrite: (person: ShownPerson) => ReactNode
  onClose: () => void
}

/** What I have said already, of the kind that is sought first. */
function Ready({ ask, kind, given, onClose }: ReadyProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(answerableQuery)
  const answer = useAnswer({ post: ask })
  if (data === undefined) {
    if (error === null) return <RowSkeleton count={3} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  const fitting = data
    .filter(({ voice }) => voice.subject.kind === kind && !given.has(voice.post))
    .filter(isWhole)
  if (fitting.length === 0) return null
  const give = (post: PostId) =>
    answer.mutate(post, {
      onSuccess: () => {
        showToast({ text: t`Your answer is on its way.` })
        onClose()
      },
    })
  return (
    <SheetPart title={t`Or what you recommend already`}>
      {answer.error !== null && <Refusal>{words(answer.error)}</Refusal>}
      <ul className={rows.rows}>
        {fitting.map(({ voice: { post, subject, words: said } }) => {
          const { title } = subject
          return (
            <li key={post}>
              <div>
                <p>{title}</p>
                <p className={text.meta}>{subject.place ?? said.why}</p>
              </div>
              <Button disabled={answer.isPending} onClick={() => give(post)}>
                <Trans>Answer with it</Trans>
                <span className={text.vh}>: {title}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </SheetPart>
  )
}

interface ReadyProps {
  ask: PostId
  kind: string
  given: ReadonlySet<PostId>
  onClose: () => void
}

// What one earns by is no answer, and what somebody else is to read is said whole.
function isWhole({ voice }: OwnRecommendation): boolean {
  const isSaid = voice.words.why !== null && (voice.interest === 'none' || voice.interest === 'connected')
  return isSaid && voice.candidate?.agreed !== false
}

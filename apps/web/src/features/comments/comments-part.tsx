import type { Comment, ShownPerson } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { failureOf } from '../../lib/api-error.ts'
import { useReport } from '../../lib/report.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useGoing } from '../../ui/going.ts'
import layout from '../../ui/layout.module.css'
import { ShowMore } from '../../ui/show-more.tsx'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { CommentForm } from './comment-form.tsx'
import { commentsQuery } from './comment-queries.ts'
import { CommentRow } from './comment-row.tsx'
import css from './comments.module.css'
import { useRemoveComment } from './use-remove-comment.ts'

/** What is said below a recommendation. `author` is its author as the page shows him. */
export function CommentsPart({ post, author }: { post: string; author: ShownPerson }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const comments = useInfiniteQuery(commentsQuery(post))
  const going = useGoing()
  const remove = useRemoveComment(post)
  const report = useReport()
  const failure = failureOf(comments)
  const pages = comments.data?.pages ?? []
  const fetched = pages.flatMap((page) => page.comments)
  const shown = fetched.filter(({ id }) => !going.has(id))
  const count = (pages[0]?.count ?? 0) - (fetched.length - shown.length)
  return (
    <section className={layout.room} aria-label={t`Comments`}>
      <h2 className={text.section}>
        {count > 0 ? <Plural value={count} one="# comment" other="# comments" /> : <Trans>Comments</Trans>}
      </h2>
      {comments.isPending && <RowSkeleton count={2} />}
      {failure !== null && <TryAgain onAgain={() => void comments.refetch()}>{words(failure)}</TryAgain>}
      {comments.data !== undefined && shown.length === 0 && (
        <p className={text.muted}>
          <Trans>Nobody has said anything yet. Whoever may see this can read and write here.</Trans>
        </p>
      )}
      <ol className={css.comments}>
        {shown.map((comment) => (
          <li key={comment.id}>
            <CommentRow
              comment={shownAs(comment, author)}
              onRemove={() => remove(comment.id)}
              onReport={() => report('comment', comment.id)}
            />
          </li>
        ))}
      </ol>
      <ShowMore quiet of={comments} words={words} />
      <CommentForm post={post} isMine={author.shown === 'self'} />
    </section>
  )
}

// The author is called below as above: there his chain may name him, or say whose friend he is.
function shownAs(comment: Comment, author: ShownPerson): Comment {
  return comment.byAuthor && comment.person.shown === 'somebody' ? { ...comment, person: author } : comment
}

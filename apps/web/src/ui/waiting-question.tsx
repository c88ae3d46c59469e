import type { ReactNode } from 'react'
import css from './waiting-question.module.css'

/** A question that waits for me; at most one about one thing. */
export function WaitingQuestion({ title, line, children }: WaitingQuestionProps) {
  return (
    <section className={css.question}>
      <div className={css.words}>
        <h2>{title}</h2>
        {line !== undefined && <p>{line}</p>}
      </div>
      <div className={css.answers}>{children}</div>
    </section>
  )
}

interface WaitingQuestionProps {
  title: ReactNode
  line?: ReactNode
  children: ReactNode
}

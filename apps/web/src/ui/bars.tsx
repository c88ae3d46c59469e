import css from './bars.module.css'

/** Five strokes, `filled` of them drawn: a weight that is felt, never a score. */
export function Bars({ filled, label }: { filled: number; label: string }) {
  return (
    <span className={css.bars} role="img" aria-label={label}>
      {[1, 2, 3, 4, 5].map((step) => (
        <i key={step} className={step <= filled ? css.full : undefined} />
      ))}
    </span>
  )
}

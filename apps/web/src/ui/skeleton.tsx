import css from './skeleton.module.css'

/** The shape of cards to come, at the height they will have; said once to screen readers by the caller. */
export function CardSkeleton({ count = 2 }: { count?: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={css.card}>
          <i className={css.why} />
          <i className={css.title} />
          <i className={css.fact} />
          <i className={css.text} />
          <i className={css.textShort} />
        </div>
      ))}
    </div>
  )
}

/** The shape of rows to come. */
export function RowSkeleton({ count = 4 }: { count?: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={css.row}>
          <i className={css.disc} />
          <i className={css.text} />
        </div>
      ))}
    </div>
  )
}

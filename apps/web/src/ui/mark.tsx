import css from './mark.module.css'

/** The word mark: a dotless i with the "you" dot as its tittle. */
export function Mark({ large = false, spoken }: { large?: boolean; spoken: string }) {
  return (
    <span className={large ? css.large : css.mark}>
      <span aria-hidden="true">
        k
        <span className={css.i}>
          ı
          <svg className={css.tittle} viewBox="0 0 10 10">
            <circle cx="5" cy="5" r="3.9" fill="var(--lamp)" stroke="currentColor" strokeWidth="1.9" />
          </svg>
        </span>
        th
      </span>
      <span className={css.spoken}>{spoken}</span>
    </span>
  )
}

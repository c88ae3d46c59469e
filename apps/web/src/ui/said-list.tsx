import css from './said-list.module.css'

/** What something says, field by field. */
export function SaidList({ said }: { said: readonly { field: string; label: string; text: string }[] }) {
  return (
    <dl className={css.said}>
      {said.map(({ field, label, text }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

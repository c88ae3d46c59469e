import { useLingui } from '@lingui/react/macro'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { OutcomePart } from './outcome-part.tsx'

/** The same on the recommendation's own page. */
export function OutcomeRoom({ post }: { post: string }) {
  const { t } = useLingui()
  return (
    <section className={layout.room} aria-label={t`How did it go?`}>
      <h2 className={text.section}>{t`How did it go?`}</h2>
      <OutcomePart post={post} />
    </section>
  )
}

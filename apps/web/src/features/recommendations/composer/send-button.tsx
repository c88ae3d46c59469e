import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../../ui/button.tsx'
import { usePreview } from './audience-part.tsx'
import { type Draft, isNote } from './draft.ts'

/** Says what a press does, with the number of people who will hear it. */
export function SendButton({ draft, busy, onSend }: { draft: Draft; busy: boolean; onSend: () => void }) {
  const { t } = useLingui()
  const { data } = usePreview(draft)
  const count = data?.ring1.length
  return (
    <Button variant="primary" busy={busy} busyLabel={t`Sending`} onClick={onSend}>
      {isNote(draft) ? (
        <Trans>Keep in the notebook</Trans>
      ) : count === undefined ? (
        draft.verdict === 'against' ? (
          <Trans>Advise against it</Trans>
        ) : (
          <Trans>Recommend</Trans>
        )
      ) : draft.verdict === 'against' ? (
        <Plural value={count} one="Advise # person against it" other="Advise # people against it" />
      ) : (
        <Plural value={count} one="Recommend to # person" other="Recommend to # people" />
      )}
    </Button>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Sheet } from './sheet.tsx'
import text from './text.module.css'
import { TryAgain } from './try-again.tsx'

/** A sheet that lacks what it is about: why, and the way to try it again, or that nothing is there. */
export function LostSheet({ words, isGone, isTrying, onAgain, onClose }: LostSheetProps) {
  const { t } = useLingui()
  if (isGone) return <GoneSheet onClose={onClose} />
  return (
    <Sheet title={t`This could not be fetched`} onClose={onClose}>
      <TryAgain busy={isTrying} onAgain={onAgain}>
        {words}
      </TryAgain>
    </Sheet>
  )
}

interface LostSheetProps {
  words: string
  isGone: boolean
  isTrying: boolean
  onAgain: () => void
  onClose: () => void
}

/** A sheet about something that is not there, or may not be seen: the two look the same. */
export function GoneSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Sheet title={t`Nothing is here`} onClose={onClose}>
      <p className={text.lead}>
        <Trans>There is nothing here, or nothing that you may see.</Trans>
      </p>
    </Sheet>
  )
}

import { useLingui } from '@lingui/react/macro'
import { MeSwitch } from './me-switch.tsx'

/** Whether I am told when the letter of a season is there. */
export function LetterSwitch() {
  const { t } = useLingui()
  return (
    <MeSwitch
      of="letters"
      title={t`Tell me of the letter`}
      line={t`Four times a year, when a season is over and held something. You can read it at any time.`}
    />
  )
}

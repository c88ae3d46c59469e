import { useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { Refusal } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useChangeMe } from './settings-queries.ts'

/** Whether I am told once a week of somebody whom I could turn to. */
export function CareSwitch() {
  const { t } = useLingui()
  const words = useErrorWords()
  const me = useMe()
  const change = useChangeMe()
  return (
    <>
      <Switch
        title={t`Remind me of my people`}
        line={t`Once a week at most, and only where there is a reason to get in touch.`}
        on={me.care}
        busy={change.isPending}
        onSwitch={(care) => change.mutate({ care })}
      />
      {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
    </>
  )
}

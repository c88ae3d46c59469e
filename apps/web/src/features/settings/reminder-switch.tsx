import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { Refusal } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useChangeMe } from './settings-queries.ts'

/** Whether I am told once a week of somebody whom I could turn to. */
export function CareSwitch() {
  const { t } = useLingui()
  return (
    <ReminderSwitch
      of="care"
      title={t`Remind me of my people`}
      line={t`Once a week at most, and only where there is a reason to get in touch.`}
    />
  )
}

/** Whether I am reminded of what others ask when I mostly write about what is mine. */
export function NavelSwitch() {
  const { t } = useLingui()
  return (
    <ReminderSwitch
      of="navelCheck"
      title={t`Remind me of others while I write`}
      line={t`One line, where I mostly recommended what I have a part in.`}
    />
  )
}

function ReminderSwitch({ of, title, line }: { of: 'care' | 'navelCheck'; title: string; line: ReactNode }) {
  const words = useErrorWords()
  const me = useMe()
  const change = useChangeMe()
  return (
    <>
      <Switch
        title={title}
        line={line}
        on={me[of]}
        busy={change.isPending}
        onSwitch={(on) => change.mutate({ [of]: on })}
      />
      {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
    </>
  )
}

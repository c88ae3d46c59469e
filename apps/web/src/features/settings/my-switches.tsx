import { useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { Refusal } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useChangeMe } from './settings-queries.ts'

/** Carrying, open, findable: each with what it means for others. */
export function MySwitches() {
  const { t } = useLingui()
  const words = useErrorWords()
  const me = useMe()
  const change = useChangeMe()
  return (
    <>
      <Switch
        title={t`Things may travel on through me`}
        line={t`What your people recommend reaches your other people, if its author lets it.`}
        on={me.carries}
        busy={change.isPending}
        onSwitch={(carries) => change.mutate({ carries })}
      />
      <Switch
        title={t`Name me further on, too`}
        line={
          me.open
            ? t`People beyond your ties may read your name where everybody in between is open as well.`
            : t`Beyond your ties you are “a friend of” somebody’s, without a name.`
        }
        on={me.open}
        busy={change.isPending}
        onSwitch={(open) => change.mutate({ open })}
      />
      <Switch
        title={t`Found by my handle`}
        line={t`Whoever knows it exactly sees your name and may ask for a tie.`}
        on={me.findable}
        busy={change.isPending}
        onSwitch={(findable) => change.mutate({ findable })}
      />
      {change.error !== null && <Refusal>{words(change.error)}</Refusal>}
    </>
  )
}

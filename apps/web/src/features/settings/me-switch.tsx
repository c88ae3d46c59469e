import type { Me } from '@kith/contract'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { Refusal } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useChangeMe } from './settings-queries.ts'

/** One thing of mine that is on or off, changed at once. */
export function MeSwitch({ of, title, line }: MeSwitchProps) {
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

interface MeSwitchProps {
  of: keyof Pick<Me, 'care' | 'letters' | 'navelCheck'>
  title: string
  line: string
}

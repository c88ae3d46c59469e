import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { shortcutsOn, switchShortcuts } from '../../lib/use-shortcuts.ts'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import css from './settings.module.css'

/** What the single keys do, and the switch that turns them off. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [on, setOn] = useState(shortcutsOn)
  const keys = [
    { key: 'j', does: t`next card` },
    { key: 'k', does: t`previous card` },
    { key: 'o', does: t`open the card` },
    { key: 's', does: t`remember it, or forget it` },
    { key: 'p', does: t`pass the card on` },
    { key: 'a', does: t`answer an ask` },
    { key: '.', does: t`more about the card` },
    { key: 't', does: t`thank for it` },
    { key: 'n', does: t`recommend something` },
    { key: '/', does: t`search` },
    { key: 'r', does: t`comment on the page at hand` },
    { key: '?', does: t`this list` },
    { key: 'Esc', does: t`close what lies on top` },
  ]
  return (
    <Sheet title={t`Keys`} onClose={onClose}>
      <dl className={css.keys}>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className={layout.part}>
        <Switch
          title={t`Single keys`}
          line={t`They never act while you type.`}
          on={on}
          onSwitch={(next) => {
            switchShortcuts(next)
            setOn(next)
          }}
        />
      </div>
    </Sheet>
  )
}

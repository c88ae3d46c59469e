import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { chooseLanguage, chosenLanguage } from '../../lib/language.ts'
import { chooseTheme, THEMES, type Theme, useTheme } from '../../lib/theme.ts'
import { shortcutsOn, switchShortcuts } from '../../lib/use-shortcuts.ts'
import { Order } from '../../ui/order.tsx'
import { Switch } from '../../ui/switch.tsx'
import css from './settings.module.css'
import { useChangeMe } from './settings-queries.ts'

const THEME_WORDS: Record<Theme, MessageDescriptor> = {
  system: msg`As the device`,
  light: msg`Light`,
  dark: msg`Dark`,
}

/** Language, light or dark, and the single keys, on this device; the language for letters, too. */
export function Looks() {
  const { t } = useLingui()
  const theme = useTheme()
  const changeMe = useChangeMe()
  const [language, setLanguage] = useState(chosenLanguage)
  const [keys, setKeys] = useState(shortcutsOn)
  return (
    <div className={css.looks}>
      <h3>{t`Language`}</h3>
      <Order
        label={t`Language`}
        value={language}
        choices={[
          { value: 'system', title: t`As the device` },
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
        ]}
        onChoose={(choice: typeof language) => {
          setLanguage(choice)
          void chooseLanguage(choice).then((spoken) => changeMe.mutate({ language: spoken }))
        }}
      />
      <h3>{t`Light or dark`}</h3>
      <Order
        label={t`Light or dark`}
        value={theme}
        choices={THEMES.map((value) => ({ value, title: t(THEME_WORDS[value]) }))}
        onChoose={chooseTheme}
      />
      <Switch
        title={t`Single keys`}
        line={t`j, k, o, n and ? do something; never while you type.`}
        on={keys}
        onSwitch={(on) => {
          switchShortcuts(on)
          setKeys(on)
        }}
      />
    </div>
  )
}

import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

/** Names as they are listed in a sentence, with how many more there are behind them: "Ben, Cal and 3 more". */
export function useNameList(): (names: readonly string[], more: number) => string {
  const { t, i18n } = useLingui()
  return (names, more) => {
    const all = more === 0 ? names : [...names, t`${plural(more, { one: '# more', other: '# more' })}`]
    return new Intl.ListFormat(i18n.locale).format(all)
  }
}

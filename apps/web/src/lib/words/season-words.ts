import type { Season } from '@kith/contract'
import type { I18n } from '@lingui/core'

/** The name of a season inside a sentence, without its year: autumn. */
export function seasonName(i18n: I18n, { name }: Pick<Season, 'name'>): string {
  switch (name) {
    case 'winter':
      return i18n._('season.winter', {}, { message: 'winter' })
    case 'spring':
      return i18n._('season.spring', {}, { message: 'spring' })
    case 'summer':
      return i18n._('season.summer', {}, { message: 'summer' })
    case 'autumn':
      return i18n._('season.autumn', {}, { message: 'autumn' })
  }
}

/** With its year, of which a winter has two: autumn 2026, winter 2026/27. */
export function seasonWords(i18n: I18n, season: Pick<Season, 'name' | 'year'>): string {
  const { name, year } = season
  const second = name === 'winter' ? `/${String((year + 1) % 100).padStart(2, '0')}` : ''
  return `${seasonName(i18n, season)} ${year}${second}`
}

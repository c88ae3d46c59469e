import type { Place } from '@kith/contract'
import { spokenLanguage } from '../language.ts'

/** Where a place is: its state where that has a name of letters, and its country. */
export function whereabouts({ country, region }: Place): string {
  const countryName = new Intl.DisplayNames(spokenLanguage(), { type: 'region' }).of(country) ?? country
  return /^[A-Z]{2}$/.test(region) ? `${region}, ${countryName}` : countryName
}

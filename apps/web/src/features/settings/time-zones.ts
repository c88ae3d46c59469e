const MOST = 8

/** The town that a time zone is named after. */
export function townOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** What the time of a zone is called, in words: Central European Time. */
export function timeWords(zone: string, language: string, now: Date): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' })
  return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** The time zones that somebody may mean by what he types, this device’s own first; only that as long as nothing is typed. */
export function zonesLike(typed: string, own: string): string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_')
  if (wanted === '') return [own]
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own)
  return [own, ...others].filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, MOST)
}

/** Where this device is. */
export function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

let asked: string | undefined
let chosen: string | undefined

/** Says all dates by this time zone from now on; by the device’s where this browser does not know it. */
export function goByTimeZone(zone: string): void {
  if (zone === asked) return
  asked = zone
  chosen = isKnown(zone) ? zone : deviceTimeZone()
}

/** The time zone that dates are said by. */
export function shownTimeZone(): string {
  chosen ??= deviceTimeZone()
  return chosen
}

function isKnown(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en-CA', { timeZone: zone }).format() !== ''
  } catch {
    // An older browser knows fewer names than the server, which took this one.
    return false
  }
}

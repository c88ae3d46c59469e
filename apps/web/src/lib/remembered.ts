import { readTrusted } from './trusted-json.ts'

/** What this device remembers under `key`; null where nothing is or storage is refused. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`kith.${key}`)
  } catch {
    return null
  }
}

/** What this device remembers under `key` as JSON that this program wrote; null where that cannot be read. */
export function rememberedValue<Kept>(key: string): Kept | null {
  const kept = remembered(key)
  if (kept === null) return null
  try {
    return readTrusted<Kept>(kept)
  } catch {
    return null
  }
}

/** Forgets whatever this device remembers under keys that begin so, except under those that end with `spared`. */
export function forgetAll(beginning: string, spared: string | null): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`kith.${beginning}`))
    for (const key of keys) if (spared === null || !key.endsWith(spared)) localStorage.removeItem(key)
  } catch {
    // Nothing could be remembered either.
  }
}

/** Remembers `value` on this device; null forgets. Refused storage is no error: it is then asked again. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`kith.${key}`)
    else localStorage.setItem(`kith.${key}`, value)
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
}

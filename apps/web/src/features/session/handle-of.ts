/** A handle that a name suggests: plain letters, at most thirty; empty where none is left. */
export function handleOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[äöü]/gu, (letter) => `${letter.normalize('NFD')[0] ?? ''}e`)
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 30)
    .replaceAll(/^-+|-+$/gu, '')
}

/** Whether a handle has the form that everybody’s has. */
export function isHandle(handle: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{1,28}[a-z0-9]$/.test(handle)
}

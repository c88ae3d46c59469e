/** The first word of a name, as one would call out to somebody. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}

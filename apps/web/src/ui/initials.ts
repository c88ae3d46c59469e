/** At most two letters that stand for a name: of its first and its last word, as people write them. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return `${firstLetter(first)}${firstLetter(last)}`.toLocaleUpperCase()
}

function firstLetter(word: string): string {
  return /./u.exec(word)?.[0] ?? ''
}

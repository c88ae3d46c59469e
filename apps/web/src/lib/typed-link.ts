/** A link as somebody types it, with the protocol that he left out; null where nothing was typed. */
export function typedLink(text: string): string | null {
  const link = text.trim()
  if (link === '') return null
  return /^https?:\/\//i.test(link) ? link : `https://${link}`
}

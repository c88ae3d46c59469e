/** A person's words in the quotation marks of the language they are written in. */
export function quoted(words: string, language: string): string {
  return language === 'de' ? `„${words}“` : `“${words}”`
}

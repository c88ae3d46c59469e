/** A word as it is compared: without case and accents, ß as ss. */
export function folded(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
}

/** Whether somebody's name holds what was typed; everybody's holds nothing. */
export function isNamedLike(typed: string): (one: { readonly person: { readonly name: string } }) => boolean {
  const wanted = folded(typed.trim())
  return ({ person }) => folded(person.name).includes(wanted)
}

/** Arrays of words in the linear memory, by their address. */

export function word(array: usize, index: i32): i32 {
  return load<i32>(array + ((<usize>index) << 2))
}

export function setWord(array: usize, index: i32, value: i32): void {
  store<i32>(array + ((<usize>index) << 2), value)
}

/** Adds to a word and answers what it was. */
export function add(array: usize, index: i32, more: i32): i32 {
  const before = word(array, index)
  setWord(array, index, before + more)
  return before
}

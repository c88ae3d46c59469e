/**
 * Who was met in a search, and his label: open addressing over pairs, as in `src/number-table.ts`. It is emptied for every
 * search and doubles before more than three quarters of it would be full, as far as there is room.
 *
 *   … | person | label | 0 | 0 | person | label | …
 */

/** Bytes of a pair. */
const PAIR: usize = 8

export let table: usize = 0
/** Turns a place past the end, in bytes, into one at the beginning. */
export let mask: usize = 0
/** 32 less the binary logarithm of the places. */
export let shift = 0
export let tablePlaces = 0
/** How many places are taken. */
export let used = 0
let spare: usize = 0
let room = 0

/** Where the table lies, where it may lie while it grows, and how many places there are room for in either. */
export function placeTable(tableAt: usize, spareAt: usize, roomForPlaces: i32): void {
  table = tableAt
  spare = spareAt
  room = roomForPlaces
}

/** Forgets everybody and begins with so many places, a power of two. */
export function clearTable(places: i32): void {
  used = 0
  emptyTable(places)
}

/** Makes the table one of so many free places. */
function emptyTable(free: i32): void {
  tablePlaces = free
  mask = <usize>free * PAIR - 1
  shift = clz(free) + 1
  memory.fill(table, 0, <usize>free * PAIR)
}

/** Makes sure that so many more find a place without the table being more than three quarters full. */
export function reserve(more: i32): bool {
  if (4 * (used + more) <= 3 * tablePlaces) return true
  const old = tablePlaces
  let larger = old
  while (3 * larger < 4 * (used + more)) larger *= 2
  if (larger > room) return false
  memory.copy(spare, table, <usize>old * PAIR)
  emptyTable(larger)
  for (let at = spare, last = at + <usize>old * PAIR; at < last; at += PAIR) {
    const person = load<i32>(at)
    if (person === 0) continue
    const to = placeOf(person)
    store<i32>(to, person)
    store<i32>(to, load<i32>(at, 4), 4)
  }
  return true
}

/** Where the person stands in the table, or the free place where he would. */
export function placeOf(person: i32): usize {
  let slot = homeOf(person, shift)
  while (load<i32>(table + slot) !== person && load<i32>(table + slot) !== 0) slot = (slot + PAIR) & mask
  return table + slot
}

export function meet(person: i32, label: i32): void {
  const at = placeOf(person)
  if (load<i32>(at) === 0) used++
  store<i32>(at, person)
  store<i32>(at, label, 4)
}

/** Fibonacci hashing, as in `src/number-table.ts`. */
export function homeOf(person: i32, shifted: i32): usize {
  return (<usize>((<u32>person * 0x9e3779b1) >>> shifted)) << 3
}

/** Counts persons whom a search has put into free places by itself. */
export function counted(more: i32): void {
  used += more
}

/**
 * The loops of `src/chain-search.ts` in AssemblyScript, of which `pnpm assemble` makes `src/chain-search-module.ts`. What a
 * label is and why the answer is exact stands there; where everything lies, in `src/linear-memory.ts`. Addresses are in
 * bytes, all records are words of 32 bits.
 *
 *   heads   {start of the list in words, count << 10 | tag << 7 | size}   by person
 *   data    {person, side}                                                the lists of sides
 */
import { DECAY_COST, FLOOR_COST } from '../src/model-constants'
import { COST, costOf, countCosts, DEAD, LABEL, labels, personOf, placeLabels, places } from './labels'
import {
  clearTable,
  counted,
  homeOf,
  mask,
  meet,
  placeOf,
  placeTable,
  reserve,
  shift,
  table,
} from './met-table'
import { placeRanking, rankLabels } from './ranking'
import { mix } from './viewer-hash'
import { add, setWord, word } from './words'

export { tablePlaces, used } from './met-table'
export { count, lastHash } from './ranking'

/** How many lists are fetched at a time. */
const AHEAD: i32 = 16
/** Of a side. */
const PAUSED: i32 = 1 << 12
const ENDED: i32 = 1 << 13
/** Of a head: the tag's bit CARRIES. */
const CARRIES: i32 = 2 << 7
/** Bytes of a head and of a side. */
const PAIR: usize = 8

/** How many live labels there are of each cost. */
const atCost = memory.data((FLOOR_COST + 1) * 4)
const starts = memory.data(AHEAD * 4)
const ends = memory.data(AHEAD * 4)

/** The first byte that this module does not use itself. */
export const freeFrom = <i32>__heap_base

/** One past the last label, one past the viewer's ties, and the cost of the dearest who is among the K. */
export let end = 1
export let ties = 1
export let bound = 0
/** Keeps the reading ahead from being optimised away. */
export let fetched = 0

let heads: usize = 0
let data: usize = 0
/** Labels of a layer, the cheapest first. */
let order: usize = 0
/** How many labels there is room for. */
let labelRoom = 0
/** How many live labels are within the bound. */
let within = 0
let mostTrusted = 0
let seed = 0

/**
 * Where the graph lies, and the room of the next search. Where the most trusted are ranked in the end the table may lie
 * while it grows.
 */
export function place(headsAt: usize, dataAt: usize, room: usize, roomForLabels: i32): void {
  heads = headsAt
  data = dataAt
  labelRoom = roomForLabels
  const part = <usize>roomForLabels * LABEL
  placeTable(room, room + 2 * part, 2 * roomForLabels)
  placeLabels(room + part)
  order = room + 3 * part
  placeRanking(room + 2 * part, order)
}

/**
 * Searches for a viewer; the first words of `order` are those who may not be labelled, himself among them. The table begins
 * with so many places. False where there is not room enough: it is to be asked again with more.
 */
export function run(viewer: i32, barred: i32, longest: i32, most: i32, firstPlaces: i32): bool {
  seed = mix(viewer + 0x51ed270b)
  mostTrusted = most
  bound = FLOOR_COST
  within = 0
  end = 1
  memory.fill(atCost, 0, (FLOOR_COST + 1) * 4)
  clearTable(firstPlaces)
  if (!reserve(barred)) return false
  for (let i = 0; i < barred; i++) meet(word(order, i), 0)
  if (!labelTies(viewer)) return false
  let layer = 1
  for (let length = 2; length <= longest; length++) {
    const next = end
    if (!expandLayer(layer, next)) return false
    layer = next
  }
  return true
}

/** Ranks what was found; `src/chain-search.ts` says how. */
export function rank(): void {
  rankLabels(end, bound, mostTrusted, seed)
}

/** Own word: whoever has a tie with the viewer is labelled here or never. */
function labelTies(viewer: i32): bool {
  const sides = countOf(headOf(viewer))
  if (end + sides > labelRoom || !reserve(sides)) return false
  let at = data + ((<usize>startOf(viewer)) << 2)
  for (const last = at + <usize>sides * PAIR; at < last; at += PAIR) {
    const person = load<i32>(at)
    const side = load<i32>(at, 4)
    if ((side & ENDED) !== 0 || load<i32>(placeOf(person)) !== 0) continue
    const cost = side & COST
    const heard = (side & PAUSED) === 0 && cost <= FLOOR_COST
    meet(person, heard ? end : 0)
    if (heard) labelTie(person, cost)
  }
  ties = end
  return true
}

function labelTie(person: i32, cost: i32): void {
  const label = labels + <usize>end * LABEL
  end++
  store<i32>(label, person)
  store<i32>(label, cost, 4)
  store<i32>(label, 0, 8)
  add(atCost, cost, 1)
  if (cost <= bound) within++
  while (within - word(atCost, bound) >= mostTrusted) within -= word(atCost, bound--)
}

/** Expands the labels of one layer in increasing cost; `next` is the first label of the layer that this makes. */
function expandLayer(layer: i32, next: i32): bool {
  const queue = sortByCost(layer, next)
  for (let first = 0; first < queue; first += AHEAD) {
    const cheapest = costOf(word(order, first)) & COST
    if (cheapest + DECAY_COST > bound) return true
    const lists = min(AHEAD, queue - first)
    const sides = fetch(first, lists)
    if (end + sides > labelRoom || !reserve(sides)) return false
    expand(first, lists, next)
  }
  return true
}

/** Puts the labels within the bound into `order`, the cheapest first (counting sort), and answers how many they are. */
function sortByCost(from: i32, to: i32): i32 {
  countCosts(from, to, bound)
  for (let label = from; label < to; label++) {
    const cost = costOf(label)
    if (cost <= bound) setWord(order, add(places, cost, 1), label)
  }
  return word(places, bound)
}

/**
 * Looks up where the lists of the next labels lie, reads a word of each of their first two cache lines and answers how many
 * sides there are.
 */
function fetch(first: i32, lists: i32): i32 {
  let sides = 0
  for (let i = 0; i < lists; i++) {
    const person = personOf(word(order, first + i))
    const head = headOf(person)
    const length = (head & CARRIES) === 0 ? 0 : countOf(head)
    const start = data + ((<usize>startOf(person)) << 2)
    setWord(starts, i, <i32>start)
    setWord(ends, i, <i32>(start + <usize>length * PAIR))
    sides += length
  }
  let touched = 0
  for (let i = 0; i < lists; i++) {
    const start = <usize>word(starts, i)
    touched ^= load<i32>(start) ^ load<i32>(start, 64)
  }
  fetched = touched
  return sides
}

/** Follows every side of the persons of these labels that stays within the bound. */
function expand(first: i32, lists: i32, next: i32): void {
  // Locals stay in registers; globals do not.
  const met = table
  const past = mask
  const shifted = shift
  const made = labels
  const own = ties
  const most = mostTrusted
  let dearest = bound
  let inside = within
  let free = end
  let known = 0
  for (let i = 0; i < lists; i++) {
    const label = word(order, first + i)
    const from = made + <usize>label * LABEL
    const base = (load<i32>(from, 4) & COST) + DECAY_COST
    const carrier = <u32>mix(load<i32>(from) ^ seed)
    const last = <usize>word(ends, i)
    for (let at = <usize>word(starts, i); at < last; at += PAIR) {
      const cost = base + (load<i32>(at, 4) & COST)
      // Sides are sorted by cost, the ended ones dearer than the floor.
      if (cost > dearest) break
      const person = load<i32>(at)
      let slot = homeOf(person, shifted)
      let found = load<i32>(met + slot)
      while (found !== person && found !== 0) {
        slot = (slot + PAIR) & past
        found = load<i32>(met + slot)
      }
      let target = made + <usize>free * LABEL
      if (found === 0) {
        store<i32>(met + slot, person)
        store<i32>(met + slot, free++, 4)
        store<i32>(target, person)
        known++
      } else {
        const rival = load<i32>(met + slot, 4)
        // Own word, and whoever is barred.
        if (rival < own) continue
        const rivalAt = made + <usize>rival * LABEL
        const other = load<i32>(rivalAt, 4)
        if (cost >= other) {
          // Equal in cost: fewer ties, then the carrier of the smaller hash.
          if (cost > other || rival < next || carrier >= load<u32>(rivalAt, 12)) continue
        }
        add(atCost, other, -1)
        if (other <= dearest) inside--
        if (rival >= next) target = rivalAt
        else {
          store<i32>(rivalAt, other | DEAD, 4)
          store<i32>(met + slot, free++, 4)
          store<i32>(target, person)
        }
      }
      store<i32>(target, cost, 4)
      store<i32>(target, label, 8)
      store<i32>(target, <i32>carrier, 12)
      add(atCost, cost, 1)
      inside++
      while (inside - word(atCost, dearest) >= most) inside -= word(atCost, dearest--)
    }
  }
  counted(known)
  end = free
  bound = dearest
  within = inside
}

function headOf(person: i32): i32 {
  return load<i32>(heads + <usize>person * PAIR, 4)
}

function startOf(person: i32): i32 {
  return load<i32>(heads + <usize>person * PAIR)
}

function countOf(head: i32): i32 {
  return head >>> 10
}

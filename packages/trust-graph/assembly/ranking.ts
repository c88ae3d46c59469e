import { costOf, countCosts, personOf, places } from './labels'
import { mix } from './viewer-hash'
import { add, setWord, word } from './words'

/** Of the ranked: how many, and the largest hash of those at the very bound. */
export let count = 0
export let lastHash = 0

const byFirstByte = memory.data(256 * 4)

let ranked: usize = 0
/** Where hashes may lie. */
let spare: usize = 0

export function placeRanking(rankedAt: usize, spareAt: usize): void {
  ranked = rankedAt
  spare = spareAt
}

/**
 * Puts the labels of the most trusted in order, the cheapest first; of those who are equally the last, the ones of least
 * hash.
 */
export function rankLabels(end: i32, bound: i32, mostTrusted: i32, seed: i32): void {
  countCosts(1, end, bound)
  const below = word(places, bound)
  const all = word(places, bound + 1)
  for (let label = 1; label < end; label++) {
    const cost = costOf(label)
    if (cost <= bound) setWord(ranked, add(places, cost, 1), label)
  }
  count = min(all, mostTrusted)
  lastHash = -1
  if (all > mostTrusted) cut(below, all, mostTrusted, seed)
}

/** Keeps of the ranked in these places those whose hash is least, so that K are left. */
function cut(below: i32, all: i32, mostTrusted: i32, seed: i32): void {
  for (let at = below; at < all; at++) {
    setWord(spare, at - below, mix(personOf(word(ranked, at)) ^ seed))
  }
  lastHash = smallest(all - below, mostTrusted - below)
  let kept = below
  for (let at = below; at < all; at++) {
    if (<u32>word(spare, at - below) <= <u32>lastHash) setWord(ranked, kept++, word(ranked, at))
  }
}

/** The n-th smallest of the evenly spread numbers in `spare`. O(numbers): only those with its first byte are sorted. */
function smallest(numbers: i32, n: i32): i32 {
  memory.fill(byFirstByte, 0, 256 * 4)
  for (let i = 0; i < numbers; i++) add(byFirstByte, word(spare, i) >>> 24, 1)
  let byte = 0
  let before = 0
  while (before + word(byFirstByte, byte) < n) before += word(byFirstByte, byte++)
  const sorted = spare + ((<usize>numbers) << 2)
  let length = 0
  for (let i = 0; i < numbers; i++) {
    const number = word(spare, i)
    if (number >>> 24 !== byte) continue
    let at = length++
    for (; at > 0 && <u32>word(sorted, at - 1) > <u32>number; at--) setWord(sorted, at, word(sorted, at - 1))
    setWord(sorted, at, number)
  }
  return word(sorted, n - before - 1)
}

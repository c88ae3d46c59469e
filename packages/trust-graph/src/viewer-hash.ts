/** Marks an ask's number, so that no ask is ever mistaken for the subject of the same number. */
const ASK = 0x80000000

/**
 * The order of things that are equal in every other way, different for every viewer: 32 bits, unsigned. For one viewer
 * no two numbers share a hash, because every step of the mixing can be undone.
 */
export function viewerHash(viewer: number, thing: number): number {
  return mix(thing ^ mix(viewer + 0x51ed270b))
}

/** The viewer's hash of an ask, which no subject has. */
export function askHash(viewer: number, ask: number): number {
  return viewerHash(viewer, ask | ASK)
}

function mix(bits: number): number {
  let x = bits | 0
  x ^= x >>> 16
  x = Math.imul(x, 0x9e3779b1)
  x ^= x >>> 15
  x = Math.imul(x, 0x6c8e944d)
  x ^= x >>> 16
  return x >>> 0
}

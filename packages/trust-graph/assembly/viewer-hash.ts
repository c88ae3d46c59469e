/** The mixing of `src/viewer-hash.ts`. */
export function mix(bits: i32): i32 {
  let x = <u32>bits
  x ^= x >>> 16
  x *= 0x9e3779b1
  x ^= x >>> 15
  x *= 0x6c8e944d
  x ^= x >>> 16
  return <i32>x
}

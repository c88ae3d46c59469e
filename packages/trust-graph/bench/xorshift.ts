const TWO_32 = 2 ** 32

/** xorshift128+, bit by bit that of yardstick/gen.c. Words of 64 bits are kept as a high and a low half. */
export class Xorshift {
  #high0: number
  #low0: number
  #high1: number
  #low1: number
  #high = 0
  #low = 0

  constructor(seed: number) {
    const first = BigInt.asUintN(64, BigInt(seed) * 0x9e3779b97f4a7c15n + 1n)
    const second = first ^ 0xd1b54a32d192ed03n
    this.#high0 = Number(first >> 32n)
    this.#low0 = Number(first & 0xffffffffn)
    this.#high1 = Number(second >> 32n)
    this.#low1 = Number(second & 0xffffffffn)
    for (let i = 0; i < 20; i++) this.#step()
  }

  /** A number in [0, 1) of 53 bits. */
  unit(): number {
    this.#step()
    return (this.#high * 2 ** 21 + (this.#low >>> 11)) / 2 ** 53
  }

  /** A whole number from 0 to limit - 1, for limits up to 2^26. */
  below(limit: number): number {
    this.#step()
    return ((this.#high % limit) * (TWO_32 % limit) + this.#low) % limit
  }

  /** Of the normal distribution, mean 0, deviation 1. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(this.unit() + 1e-300))
    return radius * Math.cos(6.283185307179586 * this.unit())
  }

  #step(): void {
    const [highB, lowB] = [this.#high1, this.#low1]
    const highA = this.#high0 ^ ((this.#high0 << 23) | (this.#low0 >>> 9))
    const lowA = this.#low0 ^ (this.#low0 << 23)
    this.#high0 = highB
    this.#low0 = lowB
    this.#high1 = highA ^ highB ^ (highA >>> 18) ^ (highB >>> 5)
    this.#low1 = lowA ^ lowB ^ ((lowA >>> 18) | (highA << 14)) ^ ((lowB >>> 5) | (highB << 27))
    const low = (this.#low1 >>> 0) + (lowB >>> 0)
    this.#low = low >>> 0
    this.#high = (this.#high1 + highB + (low >= TWO_32 ? 1 : 0)) >>> 0
  }
}

import type { Position } from './change-log.ts'
import type { Seal } from './sealed-value.ts'

const PURPOSE = 'position'

/** A position as the client carries it. */
export function sealPosition(seal: Seal, position: Position): string {
  return seal.seal(PURPOSE, position.toString())
}

/** The highest position that can be opened; the rest is ignored. Undefined when none can. */
export function openPositions(seal: Seal, sealed: readonly string[]): Position | undefined {
  return sealed.reduce<Position | undefined>((highest, one) => {
    const plain = seal.open(PURPOSE, one)
    const position = plain === undefined ? undefined : BigInt(plain)
    return position !== undefined && (highest === undefined || position > highest) ? position : highest
  }, undefined)
}

const SMALLEST = 10
const FEWEST_CARRIERS = 5

/**
 * The only number of persons beyond ring 1 that may be shown: rounded down to 10, 20, 50, 100, 200, … and none at all below
 * 10 or with fewer than five carriers.
 */
export function roundAbout(beyond: number, carriers: number): number | undefined {
  if (beyond < SMALLEST || carriers < FEWEST_CARRIERS) return undefined
  let decade = SMALLEST
  while (decade * 10 <= beyond) decade *= 10
  const step = [5, 2, 1].find((digit) => digit * decade <= beyond) ?? 1
  return step * decade
}

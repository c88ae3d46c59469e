import type { OwnRecommendation } from '@kith/contract'

const LOOKED_AT = 5
const MOSTLY = 3

/** Whether most of somebody's last recommendations, the newest first, are of what he has a part in. Notes do not count. */
export function isMostlyOwn(own: readonly OwnRecommendation[]): boolean {
  const said = own.filter(({ audience }) => audience.form !== 'notebook').slice(0, LOOKED_AT)
  return said.filter(({ voice }) => voice.interest !== 'none').length >= MOSTLY
}

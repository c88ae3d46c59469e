/** The parameters of the trust model. Costs are round(-1000 · ln of a strength), so that every engine gets the same bits. */

/** The longest chain, in ties. */
export const LONGEST_CHAIN = 3

/** What every tie after the first costs beside its own cost: round(-1000 · ln 0.8). */
export const DECAY_COST = 223

/** Whoever costs more is not heard: the floor 0.05 of trust as a cost. */
export const FLOOR_COST = 2996

/** The dearest side: twelve bits. It is past the floor, so nothing is lost by the limit. */
export const DEAREST_COST = 4095

/** What one recommendation counts by itself. */
export const VOICE_WEIGHT = 0.5

/** How many witnesses a carrier may bring for one subject. */
export const WITNESSES_PER_CARRIER = 5

/** How many people a viewer hears at most. */
export const MOST_TRUSTED = 5000

/** The trust that a viewer has in a club he is in, and its cost. */
export const CLUB_TRUST = 0.2
export const CLUB_COST = 1609

/** What the next card of the same branch counts, in proportion to the one before it. */
export const BRANCH_FACTOR = 0.9

export const DAY_SECONDS = 86_400

import {
  afterIdleDays,
  afterOutcome,
  type DatedExperience,
  type Kind,
  NO_EXPERIENCE,
  type Outcome,
  strengthOf,
} from '@kith/trust-graph'

const DAY_MS = 86_400_000

/** Something that moved a side and was not taken back. */
export interface Happened {
  readonly cause: 'recommended' | 'carried' | 'less'
  readonly kind: Kind
  readonly outcome: Outcome
  /** In (0, 1]. */
  readonly share: number
  readonly movedAt: Date
}

/** What all of it adds up to, in the order in which it happened: for each kind, and overall. O(moves). */
export function sumUp(moves: readonly Happened[]): DatedExperience[] {
  const sums = new Map<Kind | undefined, DatedExperience>()
  for (const move of moves) {
    for (const kind of move.cause === 'less' ? [move.kind] : [undefined, move.kind]) {
      sums.set(kind, oneMore(sums.get(kind), kind, move))
    }
  }
  return [...sums.values()]
}

function oneMore(
  before: DatedExperience | undefined,
  kind: Kind | undefined,
  { outcome, share, movedAt }: Happened,
): DatedExperience {
  // A clock that was set back forgets nothing twice.
  const day = Math.max(dayOf(movedAt), before?.day ?? 0)
  return { kind, day, ...afterOutcome(before ? fadedTo(before, day) : NO_EXPERIENCE, outcome, share) }
}

/** The strength of a side on a day, for one kind of subject or overall, given what its owner declared. */
export function strengthOn(
  declared: number,
  sums: readonly DatedExperience[],
  { kind, at }: { kind: Kind | undefined; at: Date },
): number {
  const moved = (before: number, of: Kind | undefined): number => {
    const sum = sums.find((one) => one.kind === of)
    return sum ? strengthOf(before, fadedTo(sum, dayOf(at))) : before
  }
  const overall = moved(declared, undefined)
  return kind === undefined ? overall : moved(overall, kind)
}

function fadedTo(experience: DatedExperience, day: number) {
  return afterIdleDays(experience, Math.max(0, day - experience.day))
}

function dayOf(moment: Date): number {
  return Math.floor(moment.getTime() / DAY_MS)
}

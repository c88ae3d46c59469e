/**
 * What may change, and which numbers name it. The log never says to what: whoever follows reads the rows again, so that
 * applying a change twice or late does no harm.
 */
export type Change =
  /** Flags or existence of a person. */
  | { readonly kind: 'person'; readonly a: number }
  /** A tie of two persons was made or ended: both notice. */
  | { readonly kind: 'tie'; readonly a: number; readonly b: number }
  /** What person `a` keeps about the tie with `b`: closeness, circles, pause. Nobody but `a` is told. */
  | { readonly kind: 'side'; readonly a: number; readonly b: number }
  /** Circle `b` of person `a` was made, changed or removed. */
  | { readonly kind: 'circle'; readonly a: number; readonly b: number }
  | { readonly kind: 'block'; readonly a: number; readonly b: number }
  /** What person `a` hides. */
  | { readonly kind: 'hidden'; readonly a: number }
  | { readonly kind: 'post'; readonly a: number }
  /** Post `a` addressed to person `b`. */
  | { readonly kind: 'addressing'; readonly a: number; readonly b: number }
  /** Whether person `b` has answered ask `a`, and with what. */
  | { readonly kind: 'answer'; readonly a: number; readonly b: number }
  /** Person `b` in club `a`. */
  | { readonly kind: 'membership'; readonly a: number; readonly b: number }
  /** Which clubs person `a` is in and invited to, and what he sees of them. */
  | { readonly kind: 'clubs'; readonly a: number }
  /** Tie requests of person `a`. */
  | { readonly kind: 'requests'; readonly a: number }
  /** Invitations of person `a`. */
  | { readonly kind: 'invitations'; readonly a: number }
  /** Introductions of person `a`, as he sees them. */
  | { readonly kind: 'introductions'; readonly a: number }
  /** There is news about post `a` for person `b`. */
  | { readonly kind: 'notification'; readonly a: number; readonly b: number }
  /** Until when person `a` has seen what there is for him, what of it he does not want, what he notes to look after a tie, or what came by a link of his. */
  | { readonly kind: 'look'; readonly a: number }
  /** Threads of person `a`: something was written or removed, or `a` himself read or left one. */
  | { readonly kind: 'threads'; readonly a: number }
  /** A session of person `a` ended. */
  | { readonly kind: 'sessions'; readonly a: number }

export const CHANGE_KINDS = [
  'person',
  'tie',
  'side',
  'circle',
  'block',
  'hidden',
  'post',
  'addressing',
  'answer',
  'membership',
  'clubs',
  'requests',
  'invitations',
  'introductions',
  'notification',
  'look',
  'threads',
  'sessions',
] as const satisfies readonly Change['kind'][]

export { roundAbout } from './about-number.ts'
export * from './answers.ts'
export * from './facts.ts'
export { GraphLoader, type LoadedSide } from './graph-loader.ts'
export { SnapshotError } from './snapshot.ts'
export { costOf, trustOf } from './tie-cost.ts'
export {
  afterIdleDays,
  afterOutcome,
  type Experience,
  NO_EXPERIENCE,
  type Outcome,
  strengthOf,
} from './tie-strength.ts'
export { TrustGraph, type TrustGraphOptions } from './trust-graph.ts'

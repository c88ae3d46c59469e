export type * from './answers.ts'
export * from './facts.ts'

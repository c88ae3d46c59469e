import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What takes half a minute or more: begun last, one of them would run on while nothing is left for the other worker.
const SLOW = [
  'world-secrecy',
  'world-walk',
  'world-quiet',
  'kill-nine',
  'telling-killed',
  'witness-check',
  'start',
  'live-equals-fetch',
  'update',
  'oracle.property',
  'bounds.property',
  'planted-faults',
]

/** Begins with the test files that take longest; by itself vitest would begin with those that have most words. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isSlow = ({ moduleId }: TestSpecification) => place(moduleId) < SLOW.length
    const slow = sorted.filter(isSlow).toSorted((one, other) => place(one.moduleId) - place(other.moduleId))
    return [...slow, ...sorted.filter((file) => !isSlow(file))]
  }
}

function place(file: string): number {
  const at = SLOW.findIndex((name) => file.endsWith(`/${name}.test.ts`))
  return at < 0 ? SLOW.length : at
}

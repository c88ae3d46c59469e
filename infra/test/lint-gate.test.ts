import { beforeAll, describe, expect, it } from 'vitest'
import { runGate, type Verdict } from '../local/gates.ts'
import { plantProject } from './planted-project.ts'

type Fault = { file: string; text: string; rule: string }

// One file per fault; the linter looks at all of them in one run.
const FAULTS: Readonly<Record<string, Fault>> = {
  'a promise that nobody awaits': {
    file: 'packages/contract/src/forgotten.ts',
    text: 'export function forget(): void {\n  Promise.resolve(1)\n}\n',
    rule: 'no-floating-promises',
  },
  'a promise where a plain answer is expected': {
    file: 'packages/contract/src/misused.ts',
    text: 'export const misuse = [1].filter(async () => true)\n',
    rule: 'no-misused-promises',
  },
  'a kind that a switch forgot': {
    file: 'packages/contract/src/switch.ts',
    text: "export function say(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a':\n      return 'a'\n  }\n  return ''\n}\n",
    rule: 'switch-exhaustiveness-check',
  },
  any: {
    file: 'packages/contract/src/any.ts',
    text: 'export const anything: any = 1\n',
    rule: 'no-explicit-any',
  },
  'a cast': {
    file: 'packages/contract/src/cast.ts',
    text: "export const size = JSON.parse('1') as number\n",
    rule: 'consistent-type-assertions',
  },
  'a promise of not-null outside the engine': {
    file: 'packages/contract/src/bang.ts',
    text: 'export const first = (list: number[]): number => list[0]!\n',
    rule: 'no-non-null-assertion',
  },
  'a default export': {
    file: 'packages/contract/src/default.ts',
    text: 'export default 1\n',
    rule: 'no-default-export',
  },
  'an export of everything': {
    file: 'packages/contract/src/everything.ts',
    text: "export * from './any.ts'\n",
    rule: 'house(listed-exports)',
  },
  'a word on the console': {
    file: 'apps/api/src/feed/shout.ts',
    text: "console.log('here')\n",
    rule: 'no-console',
  },
  'a file of more than 300 lines': {
    file: 'packages/contract/src/long-file.ts',
    text: Array.from({ length: 301 }, (_, n) => `export const line${n} = ${n}\n`).join(''),
    rule: 'max-lines',
  },
  'a function of more than 80 lines': {
    file: 'packages/contract/src/long-function.ts',
    text: `export function count(): number {\n  let sum = 0\n${'  sum += 1\n'.repeat(80)}  return sum\n}\n`,
    rule: 'max-lines-per-function',
  },
  'the clock in a feature': {
    file: 'apps/api/src/feed/clock.ts',
    text: 'export const now = (): number => Date.now()\n',
    rule: 'house(clock-and-chance)',
  },
  'the present time in a feature': {
    file: 'apps/api/src/feed/present.ts',
    text: 'export const today = (): Date => new Date()\n',
    rule: 'house(clock-and-chance)',
  },
  'chance in the engine': {
    file: 'packages/trust-graph/src/chance.ts',
    text: 'export const pick = (): number => Math.random()\n',
    rule: 'house(clock-and-chance)',
  },
  'an id out of nowhere': {
    file: 'apps/api/src/feed/id.ts',
    text: "import { randomUUID } from 'node:crypto'\nexport const id = (): string => randomUUID()\n",
    rule: 'house(clock-and-chance)',
  },
  'a timer in a feature': {
    file: 'apps/api/src/feed/timer.ts',
    text: 'export const later = (work: () => void): unknown => setTimeout(work, 9)\n',
    rule: 'house(timers)',
  },
  'a sleeping test': {
    file: 'apps/api/test/sleep.test.ts',
    text: "import { setTimeout as sleep } from 'node:timers/promises'\nawait sleep(9)\n",
    rule: 'house(timers)',
  },
  'a focused test': {
    file: 'packages/contract/test/only.test.ts',
    text: "import { expect, it } from 'vitest'\nit.only('stands alone', () => expect(1).toBe(1))\n",
    rule: 'no-focused-tests',
  },
}

// Written in two parts, else this file would be found as well.
const SILENCINGS = ['oxlint-', 'eslint-', '@ts-'].map(
  (tool) => tool + (tool === '@ts-' ? 'ignore' : 'disable'),
)

// Who imports what; each of these arrows must be refused.
const FORBIDDEN_ARROWS: readonly (readonly [from: string, to: string])[] = [
  ['packages/trust-graph/src/a.ts', '@kith/contract'],
  ['packages/trust-graph/src/b.ts', 'node:fs'],
  ['packages/contract/src/c.ts', '@kith/trust-graph'],
  ['packages/contract/src/d.ts', 'drizzle-orm'],
  ['packages/embedded-postgres/src/e.ts', '@kith/contract'],
  ['apps/web/src/features/feed/f.ts', '@kith/trust-graph'],
  ['apps/web/src/features/feed/g.ts', '../people/h.ts'],
  ['apps/web/src/features/feed/cards/g.ts', '../../people/h.ts'],
  ['apps/web/src/ui/i.ts', '../lib/j.ts'],
  ['apps/web/src/ui/k.ts', '@kith/contract'],
  ['apps/web/src/lib/l.ts', '../features/people/h.ts'],
  ['apps/web/src/lib/m.ts', 'node:fs'],
  ['apps/web/src/lib/n.ts', '../../../api/src/app.ts'],
  ['apps/api/src/feed/o.ts', '@kith/testkit'],
  ['apps/api/src/feed/w.ts', '@kith/trust-graph/oracle'],
  ['apps/api/src/feed/p.ts', '../ties/q.ts'],
  ['apps/api/src/feed/pages/p.ts', '../../ties/q.ts'],
  ['apps/api/src/brand-new/r.ts', '../ties/q.ts'],
  ['apps/api/src/live/s.ts', '../ties/q.ts'],
  ['apps/api/src/config.ts', './ties/q.ts'],
  ['apps/api/src/feed/t.ts', '../app.ts'],
  ['apps/api/src/http/u.ts', '../main.ts'],
  ['apps/api/src/http/v.ts', '../../test/world.ts'],
]

const ALLOWED_ARROWS: readonly (readonly [from: string, to: string])[] = [
  ['packages/contract/src/ok-a.ts', 'zod'],
  ['packages/trust-graph/test/ok-b.test.ts', '@kith/testkit'],
  ['packages/trust-graph/bench/ok-c.ts', '@kith/testkit'],
  ['apps/api/src/main.ts', './app.ts'],
  ['apps/api/src/app.ts', './ties/q.ts'],
  ['apps/api/test/ok-d.test.ts', '../src/app.ts'],
  ['apps/api/src/ties/ok-e.test.ts', '@kith/testkit'],
  ['apps/api/src/feed/ok-f.ts', '../live/s.ts'],
  ['apps/api/src/feed/pages/ok-g.ts', '../ok-f.ts'],
  ['apps/api/src/feed/ok-h.ts', '@kith/trust-graph'],
  ['apps/web/src/app/ok-i.ts', '../features/people/h.ts'],
  ['apps/web/src/features/people/ok-j.ts', '../../ui/i.ts'],
  ['apps/web/src/features/people/ok-k.ts', '@kith/contract'],
  ['apps/web/src/lib/ok-l.ts', '@kith/contract'],
]

const HOW_TO_IMPORT: Readonly<Record<string, (to: string) => string>> = {
  import: (to) => `import '${to}'\n`,
  'type import': (to) => `export type Thing = import('${to}').Thing\n`,
  'import on demand': (to) => `export const load = (): Promise<unknown> => import('${to}')\n`,
  'passing on': (to) => `export { thing } from '${to}'\n`,
}

describe('the lint gate goes red on', () => {
  let verdict: Verdict
  beforeAll(async () => {
    const files: Record<string, string> = {}
    for (const { file, text } of Object.values(FAULTS)) files[file] = text
    verdict = await runGate('check:lint', await plantProject('lint', files))
  })

  it.each(Object.entries(FAULTS))('%s', (_, { file, rule }) => {
    expect(verdict.passed).toBe(false)
    const findings = verdict.output.split('\n\n').filter((finding) => finding.includes(file))
    expect(findings.join('\n')).toContain(rule)
  })
})

it.each(SILENCINGS)('the lint gate goes red on “%s”', async (words) => {
  const text = `/* ${words} */\nexport const silenced = 1\n`
  const folder = await plantProject('silenced', { 'packages/contract/src/silenced.ts': text })
  const { passed, output } = await runGate('check:lint', folder)
  expect(passed).toBe(false)
  expect(output).toContain(`packages/contract/src/silenced.ts:1 says “${words}”`)
})

describe('the room boundaries', () => {
  const verdicts = new Map<string, Verdict>()
  beforeAll(async () => {
    const arrows = [...FORBIDDEN_ARROWS, ...ALLOWED_ARROWS]
    for (const [way, write] of Object.entries(HOW_TO_IMPORT)) {
      const files = Object.fromEntries(arrows.map(([from, to]) => [from, write(to)]))
      verdicts.set(
        way,
        await runGate('check:lint', await plantProject(`rooms-${way.replaceAll(' ', '-')}`, files)),
      )
    }
  })
  const crossings = (way: string) =>
    (verdicts.get(way)?.output ?? '').split('\n\n').filter((finding) => finding.includes('Room boundary'))

  describe.each(Object.keys(HOW_TO_IMPORT))('by %s', (way) => {
    it.each(FORBIDDEN_ARROWS)('%s may not reach %s', (from) => {
      expect(crossings(way).join('\n')).toContain(`[${from}:`)
    })

    it.each(ALLOWED_ARROWS)('%s may reach %s', (from) => {
      expect(crossings(way).join('\n')).not.toContain(`[${from}:`)
    })
  })
})

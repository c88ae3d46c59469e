import { afterEach, expect, it } from 'vitest'
import { type Fault, type PlantedApp, plantFaults } from './walk/planted-app.ts'
import { walk } from './walk/walk.ts'

/*
 * Leaks that are planted into a copy of the API, each of which the walk must come upon: else it guards nothing.
 */

interface Leak {
  readonly faults: readonly Fault[]
  /** Of the first six the one whose walk came upon it soonest, after some twenty steps. */
  readonly seed: number
  /** What leads to it, done and asked so often that any walk comes upon it. */
  readonly often?: readonly string[]
  /** What the walk says of it. */
  readonly said: RegExp
}

const LEAKS: Record<string, Leak> = {
  'the witness of a chain is not checked': {
    seed: 4,
    // Without the check the rows of a name may be missing as well: then it fails.
    said: /at once: .* (told|answered 200|answered 500)/,
    faults: [
      {
        of: 'api',
        file: 'graph/witness-check.ts',
        code: `when 'chain' then \${travels(sql)}`,
        fault: `when 'chain' then p.author <> p.viewer`,
      },
      // So that the engine is late often enough: alone that shows nothing to anybody.
      { of: 'api', file: 'changes/change-announcer.ts', code: 'COALESCE_MS = 3', fault: 'COALESCE_MS = 60' },
    ],
  },
  'nobody is left out, by engine and database': {
    seed: 4,
    // Whoever was left out reads it, or does something with it.
    said: /( told (id|words|subject) of (post|ask)|answered 20[014])/,
    faults: [
      {
        of: 'api',
        file: 'graph/witness-check.ts',
        code: 'when ${tied} then ${isChosen(sql, who)}',
        fault: 'when ${tied} or true then true or ${isChosen(sql, who)}',
      },
      {
        of: 'engine',
        file: 'audience.ts',
        code: `return isInAudience(facts, post, person, side) ? 'in' : 'out'`,
        fault: `return isInAudience(facts, post, person, side) ? 'in' : 'stranger'`,
      },
    ],
  },
  'what waits for a candidate’s yes travels, by engine and database': {
    seed: 2,
    // Or it is told that somebody’s yes is waited for.
    said: /( told (id|words|subject) of (post|ask)|answered (20[014]|409))/,
    faults: [
      {
        of: 'api',
        file: 'graph/witness-check.ts',
        code: `p.form = 'ties' and p.author <> p.viewer`,
        fault: `p.form in ('ties', 'held') and p.author <> p.viewer`,
      },
      {
        of: 'api',
        file: 'graph/graph-telling.ts',
        code: `if (row.form !== 'ties') return`,
        fault: `if (row.form === 'notebook') return`,
      },
    ],
  },
  'comments are counted before those are left out who are apart': {
    seed: 4,
    often: [
      'POST /api/recommendations/{id}/comments',
      'GET /api/recommendations/{id}/comments',
      'POST /api/blocks',
    ],
    said: /told \d+ comments, of which/,
    faults: [
      {
        of: 'api',
        file: 'comments/comment-rows.ts',
        code: '(select count(*) from readable)::int as count',
        fault: '(select count(*) from comment c join checked on checked.post = c.post)::int as count',
      },
    ],
  },
}

const STEPS = 1_000

let planted: PlantedApp | undefined
afterEach(() => planted?.remove())

for (const [leak, { faults, seed, often = [], said }] of Object.entries(LEAKS)) {
  it(`the walk finds it: ${leak}`, { timeout: 600_000 }, async () => {
    planted = await plantFaults(faults)
    const { wrong } = await walk(seed, STEPS, { buildApp: planted.buildApp, often })
    expect(wrong.join('\n')).toMatch(said)
  })
}

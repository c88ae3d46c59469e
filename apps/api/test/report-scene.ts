import { CasesOfMine, Notifications, OperatorCases, OwnReport, OwnReports } from '@kith/contract'
import { type Answer, expectBody, type World } from './api-world.ts'
import type { Cast } from './world-cast.ts'

const DAY_MS = 86_400_000

/** What people and operators do about reports, in a world of a few people. */
export function reporting(cast: Cast, world: World) {
  const client = cast.client
  return {
    /** Somebody of the cast runs the house from now on. */
    makeOperator: async (key: string) => {
      await world.database.sql`update person set operator = true where id = ${client(key).me.id}`
    },
    /** Nothing waits yet, and one person runs the house: earlier tests share its database. */
    emptyHouse: async () => {
      await world.database.sql`delete from report`
      await world.database.sql`update person set operator = id = ${client('op').me.id}`
    },
    report: (by: string, about: object, more: object = {}) =>
      client(by).post('/api/reports', { about, reason: 'harassment', words: 'It threatens me', ...more }),
    /** The only case that waits, as the operator has it. */
    onlyCase: async (operator = 'op') => {
      const { cases } = await client(operator).read(OperatorCases, '/api/operator/cases')
      const [only] = cases
      if (only === undefined || cases.length > 1) throw new Error(`expected one case, got ${cases.length}`)
      return only
    },
    open: (id: string, operator = 'op', why = 'To see what it says') =>
      client(operator).post(`/api/operator/cases/${id}/looks`, { why }),
    content: (id: string, operator = 'op') => client(operator).get(`/api/operator/cases/${id}/content`),
    decide: (id: string, outcome: string, more: object = {}, operator = 'op') =>
      client(operator).post(`/api/operator/cases/${id}/decision`, {
        outcome,
        reasons: 'For a reason',
        ...more,
      }),
    appeal: (by: string, id: string) => client(by).post(`/api/reports/${id}/appeal`, { words: 'Look again' }),
    reportsOf: async (by: string) => (await client(by).read(OwnReports, '/api/reports')).reports,
    looksAt: async (author: string) =>
      (await client(author).read(CasesOfMine, '/api/reports/about-me')).cases,
    newsOf: async (key: string) => {
      const { notifications } = await client(key).read(Notifications, '/api/notifications')
      return notifications.flatMap(({ lines }) => lines.map(({ reason }) => reason))
    },
    pass: (days: number) => {
      world.clock.at = new Date(world.clock.at.getTime() + days * DAY_MS)
    },
  }
}

export function made(answer: Answer): OwnReport {
  return expectBody(OwnReport, answer)
}

/** Somebody of the cast reports a recommendation that he sees. */
export async function reportPost(cast: Cast, by: string, key: string): Promise<void> {
  const about = { what: 'recommendation', id: cast.postOf(key).id }
  const sent = await cast.client(by).post('/api/reports', { about, reason: 'other', words: null })
  cast.facts.reports.push({ id: made(cast.done(sent)).id, by })
}

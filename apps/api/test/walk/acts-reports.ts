import { OwnReport } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import { anyMessage } from './acts-threads.ts'
import { type Act, actOn } from './walk-acts.ts'

// So much a day, and once each: what was refused for that changed nothing.
const REFUSED = ['already_reported', 'too_many_reports_today', 'not_found']

/** Somebody reports what another wrote to him. */
export const report: Act = actOn(anyMessage, async ({ cast, facts }, { thread, message }) => {
  const by = thread.people.find((key) => key !== message.by) ?? ''
  const wish = { about: { what: 'message', id: message.id }, reason: 'other', words: null }
  const answered = await cast.client(by).post('/api/reports', wish)
  if (REFUSED.includes(answered.code ?? '')) return
  facts.reports.push({ id: expectBody(OwnReport, cast.done(answered)).id, by })
})

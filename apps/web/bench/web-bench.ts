import { parseArgs } from 'node:util'
import { FeedPage, subjectsOn } from '@kith/contract'
import { openBrowser } from './bench-browser.ts'
import { measureInteractions } from './interactions.ts'
import { measureShifts } from './layout-shifts.ts'
import { auditPages } from './page-audits.ts'
import { measureScripts } from './script-bytes.ts'
import { serveVillage } from './served-village.ts'

/**
 * The built app over the demo village, in a real browser: what scripts weigh, what Lighthouse gives the pages, what moves
 * while they arrive, and how soon a press is answered. `--rounds N` of presses, or `--quick` to see that everything runs.
 * The last line is one JSON object.
 */

const { values: flags } = parseArgs({
  options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
const rounds = Number(flags.rounds ?? (flags.quick ? 3 : 20))
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('Rounds are a whole number above 0.')
  process.exit(2)
}

const looks = flags.quick ? 1 : 3

// Who hears most of the village.
const AS = 'johanna'

const village = await serveVillage()
try {
  const { origin } = village
  const subject = await findSubject(origin)
  const { firstVisitKb, aheadKb, routeKb } = await measureScripts(origin, AS)
  const interactionMs = await measureInteractions(origin, AS, rounds)
  const pages = [
    { name: 'feed', path: '/', as: AS },
    { name: 'subject', path: `/subjects/${subject}`, as: AS },
    { name: 'composer', path: '/?sheet=recommend', as: AS },
    { name: 'sign-in', path: '/sign-in' },
  ]
  const cls = await measureShifts(origin, pages)
  const lighthouse = await auditPages(origin, pages, looks)
  const routeMaxKb = Math.max(...Object.values(routeKb))
  console.log(JSON.stringify({ firstVisitKb, aheadKb, routeMaxKb, lighthouse, interactionMs, cls }))
} finally {
  await village.stop()
}

/** One that the reader hears something about. */
async function findSubject(origin: string): Promise<string> {
  const browser = await openBrowser(origin, AS)
  try {
    const page = FeedPage.parse(await (await browser.context.request.get('/api/feed')).json())
    const [subject] = subjectsOn(page)
    if (subject === undefined) throw new Error('The feed of the village is empty.')
    return subject.subject.id
  } finally {
    await browser.close()
  }
}

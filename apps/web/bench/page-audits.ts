import { median } from '@kith/trust-graph/bench/figures'
import lighthouse, { type Result } from 'lighthouse'
import { debugBrowser } from './debugged-browser.ts'
import type { Looked } from './layout-shifts.ts'

const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  bestPractices: 'best-practices',
  seo: 'seo',
} as const
const GOOD = 0.9

/** What Lighthouse gives a page in each of its four categories, 0 to 100. */
export type Points = Readonly<Record<keyof typeof CATEGORIES, number>>

/**
 * Lets Lighthouse look at pages as on a phone with a slow line: the least that any of them is given, each the median of
 * some looks. What costs points is said.
 */
export async function auditPages(origin: string, pages: readonly Looked[], looks: number): Promise<Points> {
  const all: Points[] = []
  for (const { name, path, as } of pages) {
    const browser = await debugBrowser(origin, as)
    try {
      const results: Result[] = []
      while (results.length < looks) results.push(await audit(origin + path, browser.port))
      const points = pointsOf((category) => median(results.map((result) => scoreOf(result, category))))
      console.log(`${name}: ${JSON.stringify(points)}`)
      for (const fault of new Set(results.flatMap(faultsOf))) console.log(`  ${fault}`)
      all.push(points)
    } finally {
      await browser.close()
    }
  }
  return pointsOf((category) => Math.min(...all.map((points) => points[category])))
}

async function audit(url: string, port: number): Promise<Result> {
  const answer = await lighthouse(url, { port, output: 'json', logLevel: 'error', formFactor: 'mobile' })
  if (answer === undefined) throw new Error(`Lighthouse says nothing of ${url}.`)
  const { runtimeError } = answer.lhr
  if (runtimeError !== undefined)
    throw new Error(`Lighthouse could not look at ${url}: ${runtimeError.message}`)
  return answer.lhr
}

function pointsOf(read: (category: keyof Points) => number): Points {
  return {
    performance: read('performance'),
    accessibility: read('accessibility'),
    bestPractices: read('bestPractices'),
    seo: read('seo'),
  }
}

function scoreOf({ categories }: Result, category: keyof Points): number {
  return Math.round(100 * (categories[CATEGORIES[category]]?.score ?? Number.NaN))
}

/** What has weight and is not good, in Lighthouse’s words. */
function faultsOf({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const found = audits[id]
      if (weight === 0 || found === undefined || found.score === null || found.score >= GOOD) return []
      return [`${title}: ${found.title} ${found.displayValue ?? ''}`]
    }),
  )
}

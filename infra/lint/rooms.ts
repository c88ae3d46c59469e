import { dirname, join, normalize } from 'node:path/posix'

// Which of our packages a package may import. Tests and benches may import the testkit as well.
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  'trust-graph': [],
  'embedded-postgres': [],
  testkit: ['contract', 'trust-graph', 'embedded-postgres'],
  web: ['contract'],
  api: ['contract', 'trust-graph', 'embedded-postgres'],
  infra: ['contract', 'trust-graph', 'embedded-postgres', 'testkit', 'api'],
}

// What a package may import from elsewhere, for those that must stay small.
const OUTSIDE: Readonly<Record<string, readonly string[]>> = { contract: ['zod'], 'trust-graph': [] }

// The rooms of the API that carry the features. Every other folder is a feature.
const SPINE = new Set(['database', 'http', 'changes', 'graph', 'live', 'jobs', 'photos', 'posts', 'outside'])

// Which parts of the web app a part may not import.
const WEB_REFUSALS: Readonly<Record<string, readonly string[]>> = {
  ui: ['lib', 'features', 'app'],
  lib: ['ui', 'features', 'app'],
  features: ['app'],
  gallery: ['features', 'app'],
}

// The naive reading of the rules that tests compare with.
const ORACLE = /^@kith\/trust-graph\/oracle/

const TESTS = /(^|\/)(test|e2e|bench)\/|\.(test|bench)\.tsx?$/

/** The sentence that refuses an import, or undefined when the arrow is allowed. Paths are relative to the root. */
export function refuseImport(file: string, specifier: string): string | undefined {
  const own = packageOf(file)
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(file), specifier))
    if (packageOf(target) !== own) return `another package is imported by its name, not as ${specifier}`
    if (own === 'api') return refuseInApi(file, target)
    return own === 'web' ? refuseInWeb(file, target) : undefined
  }
  if (ORACLE.test(specifier) && !TESTS.test(file)) return 'the oracle is for tests alone'
  const [, ours] = specifier.match(/^@kith\/([^/]+)/) ?? []
  return ours === undefined ? refuseOutside(file, specifier) : refusePackage(file, ours)
}

function refusePackage(file: string, target: string): string | undefined {
  const own = packageOf(file)
  const allowed = ARROWS[own] ?? []
  if (webPart(file) === 'ui') return 'ui knows no other package'
  if (allowed.includes(target) || target === own) return undefined
  if (TESTS.test(file) && (target === 'testkit' || (ARROWS['testkit'] ?? []).includes(target)))
    return undefined
  return `${own} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other package'}, not ${target}`
}

function refuseOutside(file: string, specifier: string): string | undefined {
  const own = packageOf(file)
  if (TESTS.test(file)) return undefined
  if (own === 'web' && file.startsWith('apps/web/src/') && specifier.startsWith('node:')) {
    return 'the browser has no node: modules'
  }
  const allowed = OUTSIDE[own]
  if (!allowed || !/^(packages|apps)\/[^/]+\/src\//.test(file) || allowed.includes(specifier))
    return undefined
  return `${own} imports ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing'} from outside`
}

function refuseInApi(file: string, target: string): string | undefined {
  const isSource = file.startsWith('apps/api/src/') && !TESTS.test(file)
  const isComposition = /^apps\/api\/src\/(app|app-[a-z]+|main|import-trust)\.ts$/
  if (!isSource || isComposition.test(file)) return undefined
  if (isComposition.test(target)) return 'nothing imports app.ts or main.ts but main.ts and tests'
  if (!target.startsWith('apps/api/src/')) return 'sources import nothing that is not a source'
  const [own, other] = [apiRoom(file), apiRoom(target)]
  if (other === undefined || other === own || SPINE.has(other)) return undefined
  return own !== undefined && SPINE.has(own)
    ? `the spine (${own}) never imports a feature (${other})`
    : `features never import each other (${own ?? 'config'}, ${other})`
}

function refuseInWeb(file: string, target: string): string | undefined {
  const [own, other] = [webPart(file), webPart(target)]
  if (own === undefined || other === undefined || TESTS.test(file)) return undefined
  if (WEB_REFUSALS[own]?.includes(other)) return `${own} never imports ${other}`
  const [ownFeature, otherFeature] = [file, target].map((path) => path.split('/')[4])
  if (own === 'features' && other === 'features' && ownFeature !== otherFeature) {
    return `features never import each other (${ownFeature}, ${otherFeature})`
  }
  return undefined
}

/** The package that a file belongs to; everything outside apps and packages counts as infra. */
function packageOf(path: string): string {
  return path.match(/^(?:apps|packages)\/([^/]+)\//)?.[1] ?? 'infra'
}

/** The folder below apps/api/src, or undefined for the files that lie there themselves. */
function apiRoom(path: string): string | undefined {
  return path.match(/^apps\/api\/src\/([^/]+)\//)?.[1]
}

function webPart(path: string): string | undefined {
  return path.match(/^apps\/web\/src\/([^/]+)\//)?.[1]
}

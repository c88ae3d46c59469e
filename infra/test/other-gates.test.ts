import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, runCommand, runGate } from '../local/gates.ts'
import { plantProject } from './planted-project.ts'

const MANIFEST = JSON.stringify({ name: 'planted', private: true, type: 'module' })
const SKIPPED = new Set(['node_modules', 'dist', '.cache', '.kith', '.git'])

function sources(): string[] {
  const skipped = (path: string) => SKIPPED.has(path) || path.endsWith('route-tree.gen.ts')
  const found = globSync('{apps,packages,infra}/**/*.{ts,tsx}', { cwd: ROOT, exclude: skipped })
  return found.filter((path) => !path.endsWith('route-tree.gen.ts') && !path.includes('/locales/'))
}

/** Without what is AssemblyScript: its compiler checks it where its test makes the module. */
function typeScript(): string[] {
  return sources().filter((path) => !path.startsWith('packages/trust-graph/assembly/'))
}

describe('the format gate', () => {
  it('goes red on a file that is not formatted', async () => {
    const folder = await plantProject('format', { 'infra/crooked.ts': 'export const a = {b:1}\n' })
    const { passed, output } = await runGate('check:format', folder)
    expect(passed).toBe(false)
    expect(output).toContain('infra/crooked.ts')
  })

  it('goes red on imports out of order', async () => {
    const text = "import { b } from 'node:b'\nimport { a } from 'node:a'\n\nexport const c = [a, b]\n"
    const { passed, output } = await runGate(
      'check:format',
      await plantProject('imports', { 'infra/mixed.ts': text }),
    )
    expect(passed).toBe(false)
    expect(output).toContain('infra/mixed.ts')
  })

  it('looks at every source file', async () => {
    const { output } = await runGate('check:format')
    const [, looked = '0'] = output.match(/Checked (\d+) files/) ?? []
    expect(Number(looked)).toBeGreaterThanOrEqual(sources().length)
  })
})

describe('the type gate', () => {
  const wrong = 'export const text: string = 1\n'
  const right = 'export const text = 1\n'

  it.each([
    'packages/contract/src/a.ts',
    'packages/contract/test/a.test.ts',
    'packages/trust-graph/bench/a.ts',
    'apps/api/src/feed/a.ts',
    'apps/web/src/app/a.tsx',
    'apps/web/src/service-worker/a.ts',
    'infra/local/a.ts',
  ])('goes red on a wrong type in %s', async (file) => {
    const files = {
      'infra/right.ts': right,
      'apps/web/src/right.ts': right,
      'apps/web/src/service-worker/right.ts': right,
      [file]: wrong,
    }
    const { passed, output } = await runGate('check:types', await plantProject('types', files))
    expect(passed).toBe(false)
    expect(output).toMatch(new RegExp(`${file}.*TS2322`))
  })

  it('looks at every source file', async () => {
    const configs = ['tsconfig.json', 'apps/web/tsconfig.json', 'apps/web/src/service-worker/tsconfig.json']
    const listing = configs.map((config) => `tsc -p ${config} --listFilesOnly`)
    const outputs = await Promise.all(listing.map((command) => runCommand(command)))
    const looked = new Set(
      outputs.flatMap(({ output }) => output.split('\n').map((path) => relative(ROOT, path))),
    )
    expect(typeScript().filter((path) => !looked.has(path))).toEqual([])
  })
})

describe('the dead-code gate', () => {
  const alive = {
    'package.json': MANIFEST,
    'infra/local/bootstrap.mjs': "import { used } from '../used.ts'\n\nused()\n",
  }

  it('lets a project pass in which everything is used', async () => {
    const files = { ...alive, 'infra/used.ts': 'export const used = () => 1\n' }
    expect(await runGate('check:dead', await plantProject('alive', files))).toMatchObject({ passed: true })
  })

  it.each([
    [
      'an export that nobody imports',
      { 'infra/used.ts': 'export const used = () => 1\nexport const spare = 2\n' },
      'spare',
    ],
    [
      'a file that nobody imports',
      { 'infra/used.ts': 'export const used = () => 1\n', 'infra/lost.ts': 'lost()\n' },
      'infra/lost.ts',
    ],
    [
      'a dependency that nobody needs',
      {
        'infra/used.ts': 'export const used = () => 1\n',
        'package.json': JSON.stringify({ name: 'planted', private: true, dependencies: { zod: '4.6.7' } }),
      },
      'zod',
    ],
    [
      'a dependency that is not listed',
      { 'infra/used.ts': "import { z } from 'zod'\n\nexport const used = () => z\n" },
      'zod',
    ],
  ])('goes red on %s', async (_, files, named) => {
    const { passed, output } = await runGate('check:dead', await plantProject('dead', { ...alive, ...files }))
    expect(passed).toBe(false)
    expect(output).toContain(named)
  })
})

describe('the lint gate', () => {
  it('looks at every source file', async () => {
    const { output } = await runCommand('oxlint --debug=files .')
    const looked = new Set(output.split('\n').map((line) => relative(ROOT, join(ROOT, line.trim()))))
    expect(typeScript().filter((path) => !looked.has(path))).toEqual([])
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assembled, MODULE, PACKAGE } from '../build/assembling.ts'

it('the module of the search is what the compiler makes of its source (otherwise: pnpm assemble)', async () => {
  expect(await readFile(join(PACKAGE, MODULE), 'utf8')).toBe(await assembled(PACKAGE))
})

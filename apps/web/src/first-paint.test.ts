import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('what stands on the page before its styles has their colours', async () => {
  const page = await readFile(join(import.meta.dirname, '../index.html'), 'utf8')
  const tokens = await readFile(join(import.meta.dirname, 'ui/base/tokens.css'), 'utf8')
  const colours = page.match(/#[0-9a-f]{6}/g) ?? []
  expect(colours.length).toBeGreaterThan(4)
  expect(colours.filter((colour) => !tokens.includes(colour))).toEqual([])
})

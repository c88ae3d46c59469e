import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const UI = join(import.meta.dirname, '../ui')

async function sourcesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.tsx')).toSorted()
}

it('every part of ui is shown', async () => {
  const sources = await sourcesIn(import.meta.dirname)
  const texts = await Promise.all(sources.map((name) => readFile(join(import.meta.dirname, name), 'utf8')))
  const shown = new Set(texts.join('\n').match(/(?<=from '\.\.\/ui\/)[^']+\.tsx(?=')/g))
  const parts = await sourcesIn(UI)
  expect(parts.length).toBeGreaterThan(40)
  expect(parts.filter((name) => !shown.has(name))).toEqual([])
})

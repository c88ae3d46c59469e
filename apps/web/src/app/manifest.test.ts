import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const WORDS = new Set(['lang', 'description', 'name', 'short_name'])

it('the installed app is the same in both languages but for its words', () => {
  const [english, german] = ['manifest.webmanifest', 'manifest.de.webmanifest'].map((name) =>
    readFileSync(join(import.meta.dirname, '../../public', name), 'utf8'),
  )
  expect(german).not.toBe(english)
  expect(withoutWords(german)).toEqual(withoutWords(english))
})

function withoutWords(manifest = ''): unknown {
  return JSON.parse(manifest, (key, value: unknown) => (WORDS.has(key) ? typeof value : value))
}

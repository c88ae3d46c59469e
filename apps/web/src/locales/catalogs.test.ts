import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const WEB = join(import.meta.dirname, '../..')
const fresh = mkdtempSync(join(tmpdir(), 'kith-catalogs-'))

afterAll(() => rmSync(fresh, { recursive: true }))

function readCatalog(folder: string, language: string): string {
  return readFileSync(join(folder, `${language}.po`), 'utf8')
}

describe('the catalogs', () => {
  it('hold exactly the messages that the source has', () => {
    const languages = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.po'))
    for (const name of languages) {
      writeFileSync(join(fresh, name), readFileSync(join(import.meta.dirname, name)))
    }
    execFileSync(join(WEB, 'node_modules/.bin/lingui'), ['extract', '--clean'], {
      cwd: WEB,
      env: { ...process.env, KITH_CATALOGS: fresh },
      stdio: 'pipe',
    })
    expect(languages.toSorted()).toEqual(['de.po', 'en.po'])
    for (const language of ['en', 'de']) {
      expect(readCatalog(import.meta.dirname, language)).toBe(readCatalog(fresh, language))
    }
  }, 30_000)

  it('have words for every message in both languages', () => {
    for (const language of ['en', 'de']) {
      const wordless = readCatalog(import.meta.dirname, language)
        .split('\n\n')
        .slice(1)
        .filter((entry) => /^msgstr ""$(?!\n")/m.test(entry))
      expect(wordless).toEqual([])
    }
  })
})

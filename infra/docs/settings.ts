import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explainSettings } from '@kith/api/config'

const ROOT = join(import.meta.dirname, '..', '..')
const TABLE = /(?<=<!-- settings -->\n\n)[\s\S]*?(?=\n\n<!-- \/settings -->)/

interface Document {
  readonly path: string
  /** What stands in the file, as it should. */
  readonly right: string
  /** Whether that is what stands there. */
  readonly isRight: boolean
}

/** The files that tell of the settings, as `config.ts` has them. */
export async function settingDocuments(): Promise<Document[]> {
  const readme = join(ROOT, 'README.md')
  return [
    await document(readme, (written) => written.replace(TABLE, () => tableOfSettings())),
    await document(join(ROOT, 'apps/api/.env.example'), () => exampleOfSettings()),
  ]
}

/** Writes what is not as it should be. */
export async function writeSettingDocuments(): Promise<void> {
  for (const { path, right } of await settingDocuments()) await writeFile(path, right)
}

async function document(path: string, correct: (written: string) => string): Promise<Document> {
  const written = await readFile(path, 'utf8')
  const right = correct(written)
  return { path, right, isRight: right === written }
}

function tableOfSettings(): string {
  const rows = explainSettings().map(
    ({ name, what, otherwise }) => `| \`${name}\` | ${otherwise} | ${what} |`,
  )
  return ['| name | default | what it does |', '| --- | --- | --- |', ...rows].join('\n')
}

function exampleOfSettings(): string {
  const entries = explainSettings().map(({ name, what, otherwise, example }) => {
    const value = example === undefined ? `${name}=${bare(otherwise)}` : `# ${name}=${example}`
    return `# ${bare(what)} Default: ${bare(otherwise)}.\n${value}\n`
  })
  return [
    '# Every setting of Kith. None is needed: without any, Kith runs here with its own database.\n',
    ...entries,
  ].join('\n')
}

function bare(words: string): string {
  return words.replaceAll('`', '')
}

import { globSync, readFileSync } from 'node:fs'

// No rule is switched off in the code and nothing is put off by a note. A comment that silences the whole file silences
// the linter’s own rule against it too, so this looks at the plain text.
const SUPPRESSION =
  /(oxlint|eslint|biome)-(disable|ignore)|@ts-(ignore|nocheck|expect-error)|\b(TO[D]O|FIX[M]E)\b/
const SKIPPED = new Set(['node_modules', 'dist', '.cache', '.kith', '.git'])

const found = globSync('**/*.{ts,tsx,mjs,css}', { exclude: (name) => SKIPPED.has(name) })
// What a tool wrote carries the tool’s own notes.
const files = found.filter((file) => !file.endsWith('.gen.ts'))
const findings = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const [word] = line.match(SUPPRESSION) ?? []
      return word ? [`${file}:${index + 1} says “${word}”: mend it instead of silencing it.`] : []
    }),
)
for (const finding of findings) console.log(finding)
console.log(`Looked for suppressions in ${files.length} files.`)
process.exitCode = findings.length > 0 || files.length === 0 ? 1 : 0

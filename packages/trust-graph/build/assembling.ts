import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

export const PACKAGE = new URL('..', import.meta.url).pathname
/** Where the package keeps the compiled search. */
export const MODULE = 'src/chain-search-module.ts'

/** The text of that file as the compiler makes it of the sources in a folder that is laid out like the package. */
export async function assembled(folder: string): Promise<string> {
  const made: Uint8Array[] = []
  const { error } = await asc.main(['--config', 'asconfig.json', '--baseDir', folder], {
    readFile: (name, baseDir) => readFile(join(baseDir, name), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') made.push(contents)
    },
  })
  const [module] = made
  if (module === undefined) throw new Error('The search does not compile.', { cause: error })
  return `${HEAD}export const CHAIN_SEARCH =\n  '${Buffer.from(module).toString('base64')}'\n`
}

const HEAD = `/** The module of the search in base64: made of \`assembly/\` by \`pnpm assemble\`. */\n`

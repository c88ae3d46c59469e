import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { Plugin } from 'vite'

const compress = promisify(brotliCompress)

/** Puts a brotli copy beside every built script and style, so that no server squeezes them again for each visit. */
export function compressBuild(): Plugin {
  let folder = ''
  return {
    name: 'compress-build',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir, build.assetsDir)
    },
    closeBundle: async () => {
      const names = await readdir(folder)
      for (const name of names.filter((file) => /\.(?:js|css)$/.test(file))) {
        await writeFile(join(folder, `${name}.br`), await compress(await readFile(join(folder, name))))
      }
    },
  }
}

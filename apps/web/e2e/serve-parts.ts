// The page of parts, built and served for the pictures of it.
import { join } from 'node:path'
import { build, preview } from 'vite'

const root = join(import.meta.dirname, '..')
const configFile = join(root, 'vite.parts.config.ts')
await build({ root, configFile, logLevel: 'warn' })
await preview({
  root,
  configFile,
  logLevel: 'warn',
  preview: { port: Number(process.env['PORT']), host: '127.0.0.1', strictPort: true },
})

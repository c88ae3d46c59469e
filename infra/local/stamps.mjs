import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './commands.mjs'

const SKIPPED = new Set(['node_modules', 'dist', '.git'])

/** A fingerprint of the contents of files and folders, given relative to the root; it changes when any of them does. */
export function stampOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addPath(hash, join(ROOT, path))
  return hash.digest('hex')
}

/** The text of a file, or an empty one where there is none. */
export function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function addPath(hash, path) {
  if (!statSync(path).isDirectory()) {
    hash
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!SKIPPED.has(name)) addPath(hash, join(path, name))
  }
}

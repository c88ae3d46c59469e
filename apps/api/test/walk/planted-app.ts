import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { buildApp } from '../../src/app.ts'

const API = join(import.meta.dirname, '../../src')
const ENGINE = join(import.meta.dirname, '../../../../packages/trust-graph/src')
// Inside the API's own folder, where its packages are found.
const CACHE = join(import.meta.dirname, '../../.cache')

/** A piece of the sources, which must stand there once, and what is put in its place. */
export interface Fault {
  readonly of: 'api' | 'engine'
  readonly file: string
  readonly code: string
  readonly fault: string
}

export interface PlantedApp {
  readonly buildApp: typeof buildApp
  remove(): Promise<void>
}

/** The API built from a copy of its sources, and of the engine's, with faults planted in it. */
export async function plantFaults(faults: readonly Fault[]): Promise<PlantedApp> {
  await mkdir(CACHE, { recursive: true })
  const folder = await mkdtemp(join(CACHE, 'planted-'))
  const [api, engine] = [join(folder, 'api'), join(folder, 'engine')]
  await cp(API, api, { recursive: true })
  await cp(ENGINE, engine, { recursive: true })
  await turnToCopy(api, engine)
  for (const { of, ...fault } of faults) await plant(of === 'api' ? api : engine, fault)
  const built: { buildApp: typeof buildApp } = await import(
    /* @vite-ignore */ pathToFileURL(join(api, 'app.ts')).href
  )
  return { buildApp: built.buildApp, remove: () => rm(folder, { recursive: true }) }
}

// The copied API asks the copied engine.
async function turnToCopy(api: string, engine: string): Promise<void> {
  for (const name of await readdir(api, { recursive: true })) {
    if (!name.endsWith('.ts')) continue
    const file = join(api, name)
    const source = await readFile(file, 'utf8')
    const copy = relative(dirname(file), join(engine, 'index.ts'))
    await writeFile(file, source.replaceAll(`from '@kith/trust-graph'`, `from '${copy}'`))
  }
}

async function plant(folder: string, { file, code, fault }: Omit<Fault, 'of'>): Promise<void> {
  const path = join(folder, file)
  const source = await readFile(path, 'utf8')
  if (source.split(code).length !== 2) throw new Error(`expected ${file} to hold “${code}” once`)
  await writeFile(
    path,
    source.replace(code, () => fault),
  )
}

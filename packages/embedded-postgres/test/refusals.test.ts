import { spawnSync } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startPostgres } from '../src/index.ts'
import { endProgram, holdElsewhere, someFolder, start } from './server-folder.ts'

const isRoot = process.getuid?.() === 0
// Root writes everywhere but in a namespace where it is called nobody.
const AS_NOBODY = isRoot ? ['unshare', '-U', '--map-user=65534', '--map-group=65534'] : []
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

it('of two starts at once on one folder one runs and the other says so', async () => {
  const folder = await someFolder()
  const starts = await Promise.all([holdElsewhere(folder), holdElsewhere(folder)])
  const [refused = '', running = ''] = starts.map(({ said }) => said).sort()
  expect(running).toMatch(/^running/)
  expect(refused).toMatch(/^already_running The data folder .* is in use by process \d+/)

  for (const { program } of starts) await endProgram(program, 'SIGTERM')
  await start(folder)
})

it('a second start in the same program is refused as well', async () => {
  const folder = await someFolder()
  const first = await start(folder)
  await expect(startPostgres({ folder })).rejects.toMatchObject({ reason: 'already_running' })
  await first.stop()
  await start(folder)
})

it('a folder that cannot be written is refused with a sentence', async () => {
  const folder = await someFolder()
  await chmod(folder, 0o500)
  const { said } = await holdElsewhere(folder, AS_NOBODY)
  expect(said).toMatch(/^not_writable The data folder .* cannot be written/)
})

it.runIf(process.platform === 'linux')(
  'a folder that can never be made is refused with a sentence',
  async () => {
    const refused = startPostgres({ folder: '/proc/kith/postgres' })
    await expect(refused).rejects.toMatchObject({ reason: 'not_writable' })
  },
)

it('a file in the place of the folder is refused with a sentence', async () => {
  const file = join(await someFolder(), 'file')
  await writeFile(file, '')
  await expect(startPostgres({ folder: file })).rejects.toMatchObject({ reason: 'not_writable' })
})

it.runIf(mayMount)('a full disk is refused with a sentence', async () => {
  const folder = await someFolder()
  const mount = `mount -t tmpfs -o size=4m none '${folder}' && exec "$0" "$@"`
  const { said } = await holdElsewhere(folder, ['unshare', '-rm', 'sh', '-c', mount])
  expect(said).toMatch(/^disk_full There is no room left on the disk that holds/)
})

it.each([
  ['PG_VERSION', '19', 'newer_data', 'newer Kith'],
  ['PG_VERSION', '17', 'older_data', 'older Kith'],
  ['kith-format', '2', 'newer_data', 'newer Kith'],
  ['kith-format', '0', 'older_data', 'older Kith'],
  ['kith-format', 'words', 'unknown_data', 'not a database of Kith'],
])('%s %s in the data folder is refused as %s', async (file, content, reason, words) => {
  const folder = await someFolder()
  await (await start(folder)).stop()
  await writeFile(join(folder, 'data', file), `${content}\n`)

  const refused = startPostgres({ folder })
  await expect(refused).rejects.toMatchObject({ reason })
  await expect(refused).rejects.toThrow(words)
})

it('a setting that PostgreSQL does not know is named, and the folder is free again', async () => {
  const folder = await someFolder()
  const refused = startPostgres({ folder, settings: { no_such_setting: '1' } })
  await expect(refused).rejects.toMatchObject({ reason: 'did_not_start' })
  await expect(refused).rejects.toThrow('no_such_setting')
  await start(folder)
})

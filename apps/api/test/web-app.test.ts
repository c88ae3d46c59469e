import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from './api-world.ts'

const SCRIPT = 'document.title += "!"'
const PAGE = `<!doctype html><html lang="en"><title>Kith</title><script data-of="1">${SCRIPT}</script><script src="/a.js"></script>`

let world: World
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), PAGE)
  await writeFile(join(folder, 'assets/app-1a2b3c.js'), 'export {}')
  await writeFile(join(folder, 'icon.svg'), '<svg/>')
  await writeFile(join(folder, 'service-worker.js'), 'addEventListener("fetch", () => {})')
  await writeFile(join(folder, 'manifest.webmanifest'), '{}')
  world = await openWorld({ webFolder: folder })
})

afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

it('hashed files stay for ever, the page is fresh every time and stands for every address of the app', async () => {
  const anybody = world.anybody()
  const script = await anybody.get('/assets/app-1a2b3c.js')
  expect([script.status, script.headers['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  expect((await anybody.get('/icon.svg')).headers['cache-control']).toBe('no-cache')
  for (const path of ['/', '/sign-in', '/people/ada', '/?x=1']) {
    const page = await anybody.get(path)
    expect([path, page.status, page.headers['cache-control']]).toEqual([path, 200, 'no-cache'])
    expect(page.text).toContain('<title>Kith</title>')
    expect(page.headers['x-robots-tag']).toBeUndefined()
  }
})

it('[P26] the page runs the one script that stands in it and no other, and says of whoever asks only that he has a session', async () => {
  const [ada, anybody] = [await world.person('ada'), world.anybody()]
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  const [mine, theirs] = [await ada.get('/'), await anybody.get('/')]
  for (const page of [mine, theirs]) {
    expect(page.headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(page.headers['vary']).toMatch(/Cookie/)
  }
  expect(theirs.text).toBe(PAGE)
  expect(mine.text).toBe(PAGE.replace('<html', '<html data-signed-in'))
})

it('what an installed app asks for first is fresh every time and of its type, and its worker may look after every page', async () => {
  const anybody = world.anybody()
  const worker = await anybody.get('/service-worker.js')
  expect([worker.status, worker.headers['cache-control']]).toEqual([200, 'no-cache'])
  expect(worker.headers['content-type']).toMatch(/^(?:text|application)\/javascript/)
  expect(worker.headers['content-security-policy']).toContain("worker-src 'self'")
  const manifest = await anybody.get('/manifest.webmanifest')
  expect([manifest.status, manifest.headers['cache-control']]).toEqual([200, 'no-cache'])
  expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/)
})

it('the page never stands for what a program asks for', async () => {
  const anybody = world.anybody()
  for (const path of [
    '/api',
    '/api/nothing',
    '/assets/none.js',
    '/none.css',
    '/health/none',
    '/..%2f..%2fpackage.json',
    '/%',
  ]) {
    const answer = await anybody.get(path)
    expect([path, answer.status, answer.code]).toEqual([path, 404, 'not_found'])
  }
})

it('pages whose address is a secret are listed nowhere', async () => {
  const anybody = world.anybody()
  for (const path of ['/invitation/abc', '/ask/abc', '/reset/abc', '/first/abc', '/reset?x']) {
    expect((await anybody.get(path)).headers['x-robots-tag']).toBe('noindex')
  }
  const robots = await anybody.get('/robots.txt')
  expect(robots.text).toContain('Allow: /')
})

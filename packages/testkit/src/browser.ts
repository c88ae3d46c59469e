import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** How to launch a browser, in Playwright’s words. */
export type BrowserLaunch = { executablePath: string; args: string[] }

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds a Chromium: the one from npm on Linux, unpacked once into `cache` (two seconds), else an installed one, else the one
 * that `playwright install` brought, whose path is `playwrights`. Undefined where there is none.
 */
export async function findBrowser(cache: string, playwrights: string): Promise<BrowserLaunch | undefined> {
  // Our own list: the package’s arguments would turn web security off.
  const args = ['--no-sandbox']
  const isPackaged = process.platform === 'linux' && process.arch === 'x64'
  if (isPackaged) return { executablePath: await unpackBrowser(join(cache, 'browser')), args }
  for (const executablePath of [...INSTALLED, playwrights]) {
    if (await exists(executablePath)) return { executablePath, args }
  }
  return undefined
}

/** The package unpacks into the system’s temporary folder, half a file being taken for a whole one: so beside and renamed. */
async function unpackBrowser(folder: string): Promise<string> {
  const executable = join(folder, 'chromium')
  if (await exists(executable)) return executable
  const unfinished = `${folder}.${process.pid}`
  const before = process.env['TMPDIR']
  await mkdir(unfinished, { recursive: true })
  process.env['TMPDIR'] = unfinished
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  // Who comes second finds the folder there and takes it.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
  return executable
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

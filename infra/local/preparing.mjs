import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from './commands.mjs'

const LOCK = join(ROOT, '.cache', 'preparing')

/** Does the work while no other process prepares this folder: two installations at once would trip over each other. */
export async function whilePreparing(work) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  for (let waited = false; !take(); waited = true) {
    if (!waited) console.log('Another start prepares this folder; waiting for it.')
    await pause(200)
  }
  try {
    return await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isHeld()) rmSync(LOCK, { force: true })
  return false
}

function isHeld() {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'))
    // An empty file is one that its owner is about to write.
    return holder === 0 || (holder !== process.pid && process.kill(holder, 0))
  } catch (error) {
    return error.code === 'EPERM'
  }
}

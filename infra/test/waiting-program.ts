// Stands for the app in hand-over.test.ts: says who it is and waits for a signal, then for a file where one is named. A thread
// of it that ends leaves the pipe alone.
import { once } from 'node:events'
import { existsSync, fstatSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

const [code = '0', file] = process.argv.slice(2)
const waiting = setInterval(() => undefined, 1_000)
process.once('SIGTERM', () => {
  const stopping = setInterval(() => {
    if (file !== undefined && !existsSync(file)) return
    clearInterval(stopping)
    clearInterval(waiting)
    console.log('stopped properly')
    process.exitCode = Number(code)
  }, 5)
})
await once(new Worker(new URL('data:text/javascript,')), 'exit')
fstatSync(3)
console.log(`waiting ${process.pid}`)

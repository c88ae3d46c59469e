// Loaded before the program that bootstrap.mjs hands over to: when bootstrap.mjs dies, even by kill -9, the pipe between
// the two closes and the program is asked to stop like by any other signal. The program's threads load this as well, and
// would close the pipe when they end.
import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const parent = new Socket({ fd: 3 })
  parent.on('error', () => undefined)
  parent.on('close', () => process.kill(process.pid, 'SIGTERM'))
  parent.resume()
  parent.unref()
}

// Loaded before the program that bootstrap.mjs hands over to: when bootstrap.mjs dies, even by kill -9, the pipe between
// the two closes and the program is asked to stop like by any other signal.
import { Socket } from 'node:net'

const parent = new Socket({ fd: 3 })
parent.on('error', () => undefined)
parent.on('close', () => process.kill(process.pid, 'SIGTERM'))
parent.resume()
parent.unref()

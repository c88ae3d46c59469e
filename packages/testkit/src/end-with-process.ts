import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Ends the PostgreSQL of a data directory at the latest with this process. A signal ends vitest without its teardown, and
 * whatever is to happen then must happen at once.
 */
export function endWithProcess(data: string): void {
  const note = join(data, 'postmaster.pid')
  process.on('exit', () => {
    // Gone with the server that wrote it.
    if (existsSync(note)) process.kill(Number.parseInt(readFileSync(note, 'utf8'), 10), 'SIGINT')
  })
}

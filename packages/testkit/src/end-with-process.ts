import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Only when its last file is written can a server's folder go.
const REMOVE = 'while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; rm -rf "$1"'

/**
 * Ends the PostgreSQL that has its data in a folder, and removes the folder, at the latest with this process. A signal ends
 * vitest without its teardown, and whatever is to happen then must be begun at once.
 */
export function endWithProcess(folder: string): void {
  const note = join(folder, 'data', 'postmaster.pid')
  process.on('exit', () => {
    // Gone with the server that wrote it.
    if (!existsSync(note)) return
    const [server = ''] = readFileSync(note, 'utf8').split('\n')
    process.kill(Number(server), 'SIGINT')
    spawn('sh', ['-c', REMOVE, server, folder], { detached: true, stdio: 'ignore' })
  })
}

// Stands for vitest in end-with-process.test.ts: starts a server, says so, and ends at a signal without stopping it.
import { startPostgres } from '@kith/embedded-postgres'
import { endWithProcess } from '../src/end-with-process.ts'

const [folder = ''] = process.argv.slice(2)
await startPostgres({ folder, settings: { fsync: 'off' } })
endWithProcess(folder)
process.once('SIGINT', () => process.exit(1))
process.stdout.write('running\n')

// Runs as a program of its own, so that tests can kill it: starts a server and says so, or says why not.
import { PostgresRefused, startPostgres } from '../src/index.ts'

const [folder = ''] = process.argv.slice(2)
try {
  const server = await startPostgres({ folder })
  process.stdout.write(`running ${JSON.stringify(server.connection)}\n`)
  process.once('SIGTERM', () => void server.stop())
} catch (error) {
  if (!(error instanceof PostgresRefused)) throw error
  process.stdout.write(`${error.reason} ${error.message}\n`)
}

export { type PostgresRefusal, PostgresRefused } from './postgres-refusal.ts'
export { type RunningPostgres, type StartOptions, startPostgres } from './start-postgres.ts'
export { chooseUser } from './unprivileged-user.ts'

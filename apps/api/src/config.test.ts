import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ConfigError, explainSettings, readConfig } from './config.ts'

it('nothing set is Kith on this machine alone, with a database and a village of its own', () => {
  expect(readConfig({})).toMatchObject({
    dataFolder: '.kith',
    port: 4400,
    host: '127.0.0.1',
    databaseUrl: undefined,
    demo: true,
    signUp: 'open',
    logLevel: 'warn',
  })
})

it('on a database of somebody’s own there is no village and one gets in by invitation', () => {
  const given = { DATABASE_URL: 'postgres://kith@db/kith' }
  expect(readConfig(given)).toMatchObject({ demo: false, signUp: 'invite', logLevel: 'info' })
  expect(readConfig({ ...given, KITH_DEMO: '1', KITH_SIGNUP: 'open' })).toMatchObject({
    demo: true,
    signUp: 'open',
  })
})

it('every wrong variable is named at once, and no value is repeated', () => {
  const wrong = {
    PORT: '99999',
    DATABASE_URL: 'mysql://user:secret@db',
    KITH_DEMO: 'yes',
    KITH_SIGNUP: 'all',
    KITH_ORIGIN: 'kith.example.org',
    SMTP_URL: 'http://mail',
    LOG_LEVEL: 'loud',
  }
  const read = () => readConfig(wrong)
  expect(read).toThrow(ConfigError)
  for (const name of Object.keys(wrong)) expect(read).toThrow(name)
  expect(read).not.toThrow('secret')
})

it('an empty value is none, and an origin loses its path', () => {
  expect(readConfig({ PORT: '', KITH_ORIGIN: 'https://kith.example.org/somewhere' })).toMatchObject({
    port: 4400,
    origin: 'https://kith.example.org',
  })
})

it('.env.example can be read, and says of every default what it is', () => {
  const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8').split('\n')
  const pairs = lines
    .map((line) => line.match(/^(# )?([A-Z_]+)=(.+)$/))
    .filter((match) => match !== null)
    .map(([, off, name = '', value = '']) => ({ name, value, on: off === undefined }))
  expect(pairs.map(({ name }) => name)).toEqual(explainSettings().map(({ name }) => name))
  const defaults = Object.fromEntries(pairs.filter((pair) => pair.on).map((pair) => [pair.name, pair.value]))
  expect(readConfig(defaults)).toEqual(readConfig({}))
  expect(readConfig(Object.fromEntries(pairs.map((pair) => [pair.name, pair.value])))).toBeDefined()
})

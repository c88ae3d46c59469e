import { testDatabase } from '@kith/testkit/database'
import postgres from 'postgres'
import { expect, it } from 'vitest'
import type { DatabaseConnection } from '../src/test-database.ts'

async function makeGarden(connection: DatabaseConnection): Promise<void> {
  const sql = postgres(connection)
  await sql`create table plant (name text primary key)`
  await sql.end()
}

it('every test file gets a database of its own, filled once', async () => {
  let fillings = 0
  const make = () =>
    testDatabase({
      template: 'garden',
      migrate: (connection) => {
        fillings += 1
        return makeGarden(connection)
      },
    })
  const [one, other] = await Promise.all([make(), make()])
  const [inOne, inOther] = [postgres(one.connection), postgres(other.connection)]

  await inOne`insert into plant values ('rose')`

  expect(await inOther`select * from plant`).toEqual([])
  expect(fillings).toBe(1)
  await Promise.all([inOne.end(), inOther.end()])
  await Promise.all([one.drop(), other.drop()])
})

it('a filling that failed leaves no half-made template', async () => {
  const broken = testDatabase({ template: 'broken', migrate: () => Promise.reject(new Error('frost')) })
  await expect(broken).rejects.toThrow('frost')

  const mended = await testDatabase({ template: 'broken', migrate: makeGarden })
  const sql = postgres(mended.connection)
  expect(await sql`select * from plant`).toEqual([])
  await sql.end()
  await mended.drop()
})

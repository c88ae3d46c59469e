import { and, eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { viewerOf } from './context.ts'
import { notFound } from './refusals.ts'

/** Lets operators alone into the routes of a plugin. For anybody else they are not there, whatever is sent to them. */
export function installOperatorGate(api: FastifyInstance, db: Db): void {
  api.addHook('preValidation', async (request) => {
    const { no } = viewerOf(request)
    const [found] = await db
      .select({ no: person.no })
      .from(person)
      .where(and(eq(person.no, no), eq(person.operator, true)))
    if (!found) throw notFound()
  })
}

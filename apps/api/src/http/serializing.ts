import type { FastifySchema, FastifySerializerCompiler } from 'fastify'
import { z } from 'zod'

/**
 * Answers are parsed by their schema, so that nothing leaves that the contract does not name. The type provider's own
 * compiler would encode, which schemas that trim their text refuse.
 */
export const serializerCompiler: FastifySerializerCompiler<FastifySchema> = ({ schema, method, url }) => {
  if (!(schema instanceof z.ZodType))
    throw new Error(`expected a zod schema for the answers of ${method} ${url}`)
  return (data) => JSON.stringify(schema.parse(data))
}

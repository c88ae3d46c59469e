import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { Problem } from '@kith/contract'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'

// The page of the documentation styles itself inline; its scripts are files.
const DOCS_CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

const KEY_HEADER = z.object({
  'idempotency-key': z.uuid().optional().describe('The same key and body answer the same again for a day.'),
})

const REFUSAL = {
  description: 'A refusal, with a code of the closed list.',
  content: { 'application/problem+json': { schema: z.toJSONSchema(Problem, { target: 'draft-2020-12' }) } },
}

export interface Description {
  readonly version: string
  /** The name of the cookie that carries a session. */
  readonly cookieName: string
}

/** Describes every route that is registered after it: /api/openapi.json, readable at /api/docs. */
export async function installOpenApi(app: FastifyInstance, description: Description): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kith',
        version: description.version,
        description:
          'Recommendations that travel only as far as trust does. Refusals are application/problem+json ' +
          'with a code of a closed list. Writes answer Kith-Position; what is sent after it may bring it back as Kith-After.',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: description.cookieName } },
      },
      security: [{ session: [] }],
    },
    transform: (route) => {
      const { config } = route.route
      const headers = config?.creates ? { headers: KEY_HEADER } : {}
      const { schema, url } = jsonSchemaTransform({ ...route, schema: { ...route.schema, ...headers } })
      const open = config?.access === 'anyone' ? { security: [] } : {}
      return { schema: { ...schema, ...open, response: { ...answersOf(schema), default: REFUSAL } }, url }
    },
    transformObject: jsonSchemaTransformObject,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: DOCS_CSP })
}

function answersOf(schema: { response?: unknown }): object {
  return typeof schema.response === 'object' && schema.response !== null ? schema.response : {}
}

import type { FastifyInstance } from 'fastify'

/** JSON and nothing else; no body is undefined, and prototype keys are refused. */
export function installBodyParsing(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else void parse(request, body, done)
  })
}

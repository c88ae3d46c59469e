import type { FastifyInstance } from 'fastify'
import { sendProblem } from './errors.ts'

/**
 * Answers what no route took: 405 with the allowed methods where the address is one of ours, else the 404 of everything
 * that is not there. Must be installed before the first route.
 */
export function installKnownRoutes(app: FastifyInstance): void {
  const methodsOf = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set<string>()
    for (const one of [method].flat()) methods.add(one)
    methodsOf.set(url, methods)
  })
  const patterns: { pattern: RegExp; methods: ReadonlySet<string> }[] = []
  app.addHook('onReady', async () => {
    for (const [url, methods] of methodsOf) {
      if (url.startsWith('/api/') && !url.includes('*')) patterns.push({ pattern: patternOf(url), methods })
    }
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const known = patterns.find((one) => one.pattern.test(path))
    if (!known || known.methods.has(request.method)) return sendProblem(reply, 'not_found')
    return sendProblem(reply.header('allow', [...known.methods].join(', ')), 'method_not_allowed')
  })
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')))
  return new RegExp(`^${parts.join('/')}$`)
}

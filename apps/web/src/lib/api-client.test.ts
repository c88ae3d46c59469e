import { ErrorCode } from '@kith/contract'
import { describe, expect, it, vi } from 'vitest'
import { createApiClient } from './api-client.ts'
import { createWritePositions } from './write-positions.ts'

function clientOver(answer: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = []
  const api = createApiClient({
    positions: createWritePositions(null),
    isErrorCode: (code): code is ErrorCode => ErrorCode.safeParse(code).success,
    fetch: async (path, init) => {
      if (typeof path !== 'string') throw new Error('the client fetches paths')
      const request = new Request(new URL(path, 'http://kith.example'), { ...init, keepalive: false })
      requests.push(request)
      return answer(request)
    },
  })
  return { api, requests }
}

const problem = (code: string, more = {}) =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status: 422, code, ...more }), {
    status: 422,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  })

describe('the API client', () => {
  it('sends the positions of its last eight writes with everything that follows', async () => {
    let write = 0
    const { api, requests } = clientOver(() =>
      Response.json({}, { headers: { 'kith-position': `p${(write += 1)}` } }),
    )
    for (let i = 0; i < 9; i += 1) await api.create('/circles', {}, 'key')
    await api.get('/circles')
    expect(requests[0]?.headers.get('kith-after')).toBe(null)
    expect(requests.at(-1)?.headers.get('kith-after')).toBe('p2,p3,p4,p5,p6,p7,p8,p9')
  })

  it('reads what is just being written only once that is answered, also where it is refused', async () => {
    const answers: ((response: Response) => void)[] = []
    const { api, requests } = clientOver(({ method }) =>
      method === 'GET' ? Response.json({}) : new Promise((resolve) => void answers.push(resolve)),
    )
    for (const answer of [Response.json({}), problem('invalid_input')]) {
      const written = api.put('/telling', {}).catch(() => undefined)
      const read = api.get('/telling')
      await api.get('/me')
      expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`).splice(-2)).toEqual([
        'PUT /api/telling',
        'GET /api/me',
      ])
      answers.shift()?.(answer)
      await Promise.all([written, read])
      expect(requests.at(-1)?.url).toMatch(/telling$/)
    }
  })

  it('reads once more what a write has overtaken', async () => {
    const answers: ((response: Response) => void)[] = []
    const { api, requests } = clientOver(({ method }) =>
      method === 'GET' ? new Promise((resolve) => void answers.push(resolve)) : Response.json({}),
    )
    const read = api.get('/feed')
    await vi.waitFor(() => expect(requests).toHaveLength(1))
    await api.put('/recommendations/1/remember', {})
    answers[0]?.(Response.json({ is: 'before' }))
    await vi.waitFor(() => expect(requests).toHaveLength(3))
    answers[1]?.(Response.json({ is: 'after' }))
    expect(await read).toEqual({ is: 'after' })
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET'])
  })

  it('sends the key of a creating POST, so that a second send makes nothing twice', async () => {
    const { api, requests } = clientOver(() => Response.json({}))
    await api.create('/recommendations', {}, 'the-key')
    await api.post('/audience/preview', {})
    expect(requests.map((request) => request.headers.get('idempotency-key'))).toEqual(['the-key', null])
  })

  it('throws a refusal with its code and the fields refused', async () => {
    const fields = [{ path: 'title', message: 'too long' }]
    const { api } = clientOver(() => problem('invalid_input', { fields }))
    await expect(api.post('/circles', {})).rejects.toMatchObject({ code: 'invalid_input', fields })
  })

  it('takes a code outside the closed list for a fault of ours', async () => {
    const { api } = clientOver(() => problem('something_else'))
    await expect(api.post('/circles', {})).rejects.toMatchObject({ code: 'internal' })
  })

  it('says that nothing answered when nothing did', async () => {
    const { api } = clientOver(() => Promise.reject(new TypeError('failed to fetch')))
    await expect(api.get('/me')).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('passes an abort on as what it is', async () => {
    const { api } = clientOver(({ signal }) =>
      Promise.reject(new DOMException(String(signal.reason), 'AbortError')),
    )
    const stop = new AbortController()
    stop.abort()
    await expect(api.get('/feed', { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('takes an empty answer for nothing', async () => {
    const { api } = clientOver(() => new Response(null, { status: 204 }))
    await expect(api.post('/auth/sign-out')).resolves.toBe(null)
  })
})

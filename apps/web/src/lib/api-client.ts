import type { AFTER_HEADER, ErrorCode, POSITION_HEADER, Problem } from '@kith/contract'
import { ApiError } from './api-error.ts'
import { readTrusted } from './trusted-json.ts'
import type { WritePositions } from './write-positions.ts'

// Named by type only: the contract's values would bring its schemas into the first script.
const afterHeader: typeof AFTER_HEADER = 'kith-after'
const positionHeader: typeof POSITION_HEADER = 'kith-position'

export interface ApiClient {
  get<Answer>(path: string, options?: ReadOptions): Promise<Answer>
  /** A file as it comes. */
  file(path: string): Promise<Blob>
  /** A POST that creates: the same `key` sent again makes nothing twice. */
  create<Answer>(path: string, body: unknown, key: string): Promise<Answer>
  /** The same with a form that has a file. */
  createWith<Answer>(path: string, form: FormData, key: string): Promise<Answer>
  post<Answer>(path: string, body?: unknown): Promise<Answer>
  patch<Answer>(path: string, body: unknown): Promise<Answer>
  put<Answer>(path: string, body: unknown): Promise<Answer>
  /** PUTs a form with a file. */
  upload<Answer>(path: string, form: FormData, signal?: AbortSignal): Promise<Answer>
  delete<Answer = void>(path: string): Promise<Answer>
}

export interface ReadOptions {
  signal?: AbortSignal
  query?: Record<string, string | undefined>
}

interface Sent {
  method: string
  body?: unknown
  form?: FormData
  key?: string
  signal?: AbortSignal | undefined
}

/**
 * JSON over `/api`. A refusal is thrown as `ApiError` with its code; what was aborted throws the abort reason.
 * Every request carries the positions of the last writes, so that nobody misses his own words. What is being written is read
 * only once that is answered, and whatever a write has overtaken is read once more.
 */
export function createApiClient({ fetch, positions, isErrorCode }: ApiClientDeps): ApiClient {
  const underWay = new Map<string, Promise<void>>()
  let written = 0

  async function read<Answer>(path: string, options: ReadOptions = {}): Promise<Answer> {
    const { signal, query } = options
    await underWay.get(path)
    const before = written
    const answer = await exchange(path + searchOf(query), { method: 'GET', signal })
    const json = await answer.text()
    return written === before ? parsed(json) : read(path, options)
  }

  async function write<Answer>(path: string, sent: Sent): Promise<Answer> {
    const answer = exchange(path, sent)
    const isOver = () => {
      written += 1
      if (underWay.get(path) === over) underWay.delete(path)
    }
    const over: Promise<void> = answer.then(isOver, isOver)
    underWay.set(path, over)
    return parsed(await (await answer).text())
  }

  async function exchange(path: string, { method, body, form, key, signal }: Sent): Promise<Response> {
    const headers = new Headers({ accept: 'application/json' })
    const after = positions.last()
    if (after.length > 0) headers.set(afterHeader, after.join(','))
    if (key !== undefined) headers.set('idempotency-key', key)
    if (body !== undefined) headers.set('content-type', 'application/json')
    const response = await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      // What was sent arrives also when the page is closed in the same moment.
      // Files are too large for that.
      keepalive: method !== 'GET' && form === undefined,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: form }),
      ...(signal === undefined ? {} : { signal }),
    }).catch((cause: unknown) => {
      if (signal?.aborted) throw cause
      throw new ApiError('unreachable', { cause })
    })
    const position = response.headers.get(positionHeader)
    if (position !== null) positions.add(position)
    if (!response.ok) throw await refusalOf(response, isErrorCode)
    return response
  }

  return {
    get: read,
    file: async (path) => (await exchange(path, { method: 'GET' })).blob(),
    create: (path, body, key) => write(path, { method: 'POST', body, key }),
    createWith: (path, form, key) => write(path, { method: 'POST', form, key }),
    post: (path, body) => write(path, { method: 'POST', body }),
    patch: (path, body) => write(path, { method: 'PATCH', body }),
    put: (path, body) => write(path, { method: 'PUT', body }),
    upload: (path, form, signal) => write(path, { method: 'PUT', form, signal }),
    delete: (path) => write(path, { method: 'DELETE' }),
  }
}

function parsed<Answer>(json: string): Answer {
  return readTrusted(json === '' ? 'null' : json)
}

interface ApiClientDeps {
  fetch: typeof globalThis.fetch
  positions: WritePositions
  /** Whether a code from the wire is one of the closed list. */
  isErrorCode: (code: unknown) => code is ErrorCode
}

function searchOf(query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value)
  return search.size > 0 ? `?${search}` : ''
}

async function refusalOf(response: Response, isErrorCode: ApiClientDeps['isErrorCode']): Promise<ApiError> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const problem = readTrusted<Problem>(await response.text())
    if (isErrorCode(problem.code)) return new ApiError(problem.code, { problem })
  }
  return new ApiError(response.status === 502 || response.status === 503 ? 'unavailable' : 'internal')
}

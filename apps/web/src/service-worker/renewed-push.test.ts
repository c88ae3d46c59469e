import { expect, it } from 'vitest'
import { listenForRenewals } from './renewed-push.ts'

/** A service worker whose server says whether its device is told, and what the server is told in turn. */
function openScope(answer: { status: number; on?: boolean }) {
  let listener: ((event: object) => void) | undefined
  const told: unknown[] = []
  const asked: unknown[] = []
  const scope = {
    fetch: async (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
      if (method === 'PUT') told.push([path, body])
      return new Response(JSON.stringify({ on: answer.on, key: 'the key' }), { status: answer.status })
    },
    registration: {
      pushManager: {
        subscribe: async (options: object) => {
          asked.push(options)
          return { endpoint: 'https://push.test/asked-for' }
        },
      },
    },
    addEventListener: (_kind: string, heard: (event: object) => void) => {
      listener = heard
    },
  }
  Reflect.apply(listenForRenewals, undefined, [scope])
  const renew = async (newSubscription: { endpoint: string } | null): Promise<void> => {
    const waited: Promise<void>[] = []
    listener?.({ newSubscription, waitUntil: (work: Promise<void>) => waited.push(work) })
    expect(waited).toHaveLength(1)
    await Promise.all(waited)
  }
  return { renew, told, asked }
}

const toldOf = (endpoint: string) => ['/api/telling/device', JSON.stringify({ endpoint })]

it('a device that is told says where it is called from now on, and asks for a place where it was given none', async () => {
  const { renew, told, asked } = openScope({ status: 200, on: true })
  await renew({ endpoint: 'https://push.test/given' })
  expect([told, asked]).toEqual([[toldOf('https://push.test/given')], []])
  await renew(null)
  expect(told.slice(1)).toEqual([toldOf('https://push.test/asked-for')])
  expect(asked).toEqual([{ userVisibleOnly: true, applicationServerKey: 'the key' }])
})

it.each([{ status: 200, on: false }, { status: 401 }, { status: 500 }])(
  'says nothing where nobody asked to be told, or it is not known: %j',
  async (answer) => {
    const { renew, told, asked } = openScope(answer)
    await renew({ endpoint: 'https://push.test/given' })
    await renew(null)
    expect([told, asked]).toEqual([[], []])
  },
)

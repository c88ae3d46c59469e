import { AFTER_HEADER } from '@kith/contract'
import Fastify, { type HTTPMethods } from 'fastify'
import { expect, it } from 'vitest'
import { sealPosition } from '../changes/sealed-position.ts'
import { createSeal } from '../changes/sealed-value.ts'
import { installPositions } from './positions.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies HTTPMethods[]

const seal = createSeal(Buffer.alloc(32, 7))

async function openApi() {
  const happened: string[] = []
  const api = Fastify()
  installPositions(api, {
    seal,
    caughtUp: async (target) => {
      happened.push(`followed past ${target}`)
      return true
    },
  })
  api.route({
    method: METHODS,
    url: '/',
    handler: async ({ method }) => {
      happened.push(method)
      return {}
    },
  })
  await api.ready()
  return { api, happened }
}

it.each(METHODS)('a %s comes after the highest position that it brings', async (method) => {
  const { api, happened } = await openApi()
  const after = [3n, 12n, 7n].map((position) => sealPosition(seal, position)).join(', ')
  await api.inject({ method, url: '/', headers: { [AFTER_HEADER]: `made up, ${after}` } })
  expect(happened).toEqual(['followed past 12', method])
})

it.each(METHODS)('a %s that brings none, or none that can be opened, waits for nothing', async (method) => {
  const { api, happened } = await openApi()
  await api.inject({ method, url: '/' })
  await api.inject({ method, url: '/', headers: { [AFTER_HEADER]: 'made up' } })
  expect(happened).toEqual([method, method])
})

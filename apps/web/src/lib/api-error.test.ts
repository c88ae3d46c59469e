import { expect, it } from 'vitest'
import { ApiError, failureOf } from './api-error.ts'

it('what was there before stays as long as a failure passes by itself, and goes where it was refused', () => {
  const [away, refused] = [new ApiError('unavailable'), new ApiError('not_found')]
  expect(failureOf({ data: {}, error: away })).toBe(null)
  expect(failureOf({ data: undefined, error: away })).toBe(away)
  expect(failureOf({ data: {}, error: refused })).toBe(refused)
  expect(failureOf({ data: {}, error: null })).toBe(null)
})

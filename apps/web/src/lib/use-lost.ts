import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { codeOf, passesByItself } from './api-error.ts'
import { useErrorWords } from './use-error-words.ts'
import { useWhenReachable } from './use-when-reachable.ts'

/** A question that a sheet asks. */
export type Asked = Pick<UseQueryResult, 'data' | 'error' | 'isLoading' | 'refetch'>

interface Lost {
  words: string
  /** It is not there, or may not be seen: asking again is of no use. */
  isGone: boolean
  isTrying: boolean
  onAgain: () => void
}

/**
 * Why a sheet lacks what it is about, and the way to ask for that again; by itself where Kith could not be reached. Null
 * where it is there, or on its way for the first time. What is there stays, unless it is gone.
 */
export function useLost(...asked: readonly Asked[]): Lost | null {
  const words = useErrorWords()
  const [tried, setTried] = useState<Error | null>(null)
  const failed = asked.filter(({ data, error }) => error !== null && (data === undefined || isGone(error)))
  const error = (failed.find((one) => isGone(one.error)) ?? failed[0])?.error ?? null
  const again = () => {
    setTried(error)
    for (const { refetch } of failed) void refetch()
  }
  useWhenReachable(error !== null && passesByItself(error) ? again : null)
  // A question that is asked again has no error while it is.
  const isTrying = error === null && asked.some(({ isLoading }) => isLoading)
  const said = isTrying ? tried : error
  return said && { words: words(said), isGone: isGone(said), isTrying, onAgain: again }
}

function isGone(error: unknown): boolean {
  return codeOf(error) === 'not_found'
}

import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { applyLive, catchUp, FEED_NEWS_KEY, refetchEverything } from './apply-live.ts'

/** Shows a subject that nobody has fetched yet; each fetch is answered when the test says so. */
function showSubject() {
  const queryClient = new QueryClient()
  const answers: ((title: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => void answers.push(resolve))
  const observer = new QueryObserver(queryClient, { queryKey: ['subject', 'a'], queryFn, staleTime: 60_000 })
  const leave = observer.subscribe(() => undefined)
  return { queryClient, answers, observer, leave }
}

for (const [what, happen] of [
  ['live says that a post is gone', (of: QueryClient) => applyLive(of, [{ kind: 'gone', id: 'p' }])],
  ['something was written here', refetchEverything],
] as const) {
  it(`what is on its way for the first time is asked for again when ${what}`, async () => {
    const { queryClient, answers, observer, leave } = showSubject()
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    happen(queryClient)
    answers[0]?.('as it was before')
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    expect(observer.getCurrentResult().data).toBeUndefined()
    answers[1]?.('as it is')
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('as it is'))
    leave()
  })
}

it('what was fetched stays on the screen while it is fetched again', async () => {
  const { queryClient, answers, observer, leave } = showSubject()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.('as it was before')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('as it was before'))
  applyLive(queryClient, [{ kind: 'post', id: 'p' }])
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(observer.getCurrentResult().data).toBe('as it was before')
  leave()
})

it('what was fetched or asked for before live listened is fetched again, one after the other, and then the feed', async () => {
  vi.stubGlobal('requestIdleCallback', queueMicrotask)
  const { queryClient, answers, observer, leave } = showSubject()
  const other = new QueryObserver(queryClient, {
    queryKey: ['me'],
    queryFn: () => new Promise<string>((resolve) => void answers.push(resolve)),
  })
  const leaveOther = other.subscribe(() => undefined)
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.('Rosa')
  const caughtUp = catchUp(queryClient)
  answers[0]?.('as it was before')
  await vi.waitFor(() => expect(answers).toHaveLength(3))
  expect(observer.getCurrentResult().data).toBe('as it was before')
  answers[2]?.('as it is')
  await vi.waitFor(() => expect(answers).toHaveLength(4))
  expect(queryClient.getQueryData(FEED_NEWS_KEY)).toBeUndefined()
  answers[3]?.('Rosa')
  await caughtUp
  expect(observer.getCurrentResult().data).toBe('as it is')
  expect(queryClient.getQueryData(FEED_NEWS_KEY)).toBe(1)
  leave()
  leaveOther()
  vi.unstubAllGlobals()
})

import { expect, it } from 'vitest'
import { createProgress } from './loading-progress.ts'

it('says how far reading has come at most every three seconds, and as well as it knows', () => {
  let at = 1_000
  const said: string[] = []
  const noted = createProgress(
    (sentence) => said.push(sentence),
    () => new Date(at),
  )
  const after = (ms: number, ...note: Parameters<typeof noted>) => {
    at += ms
    noted(...note)
  }
  after(2_999, 'people', 300_000, 1_000_000)
  after(1, 'people', 400_000, 1_000_000)
  after(2_999, 'people', 800_000, 1_000_000)
  after(1, 'ties', 5, undefined)
  // The estimate was too low.
  after(3_000, 'posts', 1_200, 1_000)
  expect(said).toEqual([
    'Reading the graph: 400,000 of about 1,000,000 people.',
    'Reading the graph: 5 ties.',
    'Reading the graph: 1,200 posts.',
  ])
})

/** Runs what it is given one at a time, in order; a failure is its caller's and stops nobody else. */
export type WorkQueue = <T>(work: () => Promise<T>) => Promise<T>

export function createQueue(): WorkQueue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}

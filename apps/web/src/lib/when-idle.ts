const AT_LATEST_MS = 3000

/** Calls once the browser has nothing better to do, within some seconds; the answer takes it back. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: AT_LATEST_MS })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, AT_LATEST_MS / 2)
  return () => clearTimeout(timer)
}

import { useEffect } from 'react'

/** Names the page at hand in the browser's title. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Kith`
  }, [title])
}

/** What another app hands over to be recommended. */
export interface Shared {
  link: string | null
  /** What it is called there; where there is no link, what was handed over. */
  title: string
}

let waiting: Shared | null = null

/** Reads what stands in an address that another app opened. Some put the link into the text, behind words. */
export function sharedIn(search: URLSearchParams): Shared {
  const [url = '', text = '', title = ''] = ['url', 'text', 'title'].map((name) => search.get(name)?.trim())
  const link = /https?:\/\/\S+/i.exec([url, text, title].join(' '))?.[0] ?? null
  const words = [title, text, url].map((part) => part.replace(link ?? '', '').trim())
  return { link, title: words.find((part) => part !== '') ?? '' }
}

/** Lays it ready for whoever writes next. */
export function layReady(shared: Shared): void {
  waiting = shared
}

/** What lies ready; it is handed out once. */
export function takeShared(): Shared | null {
  const taken = waiting
  waiting = null
  return taken
}

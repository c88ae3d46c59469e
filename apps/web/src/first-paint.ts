// Before the first paint: the remembered theme, so that no light page flashes in the dark, and the language, also in what
// the device shows of an installed app. Then, beside the scripts and not after them, what the page at hand needs: styles,
// words, its own parts, and what it asks the API. The build says which files those are (first-pages.ts), the server
// whether somebody is signed in.
{
  const script = document.currentScript
  const root = document.documentElement
  const read = (storage: 'localStorage' | 'sessionStorage', key: string) => {
    try {
      return window[storage].getItem(`kith.${key}`)
    } catch {
      // Storage may be refused; the system decides then.
      return null
    }
  }
  const fetchAhead = (attributes: Partial<HTMLLinkElement>) => {
    const link = Object.assign(document.createElement('link'), { crossOrigin: 'anonymous', ...attributes })
    document.head.append(link)
    return link
  }

  const theme = read('localStorage', 'theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  const wishes = [read('localStorage', 'language') ?? '', ...navigator.languages]
  const spoken = wishes.map((wish) => wish.toLowerCase().split('-')[0])
  root.lang = spoken.find((language) => language === 'en' || language === 'de') ?? 'en'
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
  if (root.lang === 'de' && manifest !== null) manifest.href = '/manifest.de.webmanifest'

  const { pathname, search } = location
  const isSignedIn = root.hasAttribute('data-signed-in')
  const pageAt = () => {
    if (pathname === '/') return isSignedIn ? 'feed' : 'door'
    if (pathname === '/sign-in') return 'door'
    return /^\/subjects\/[^/]+$/.test(pathname) ? 'subject' : `other-${root.lang}`
  }
  const page = pageAt()
  const filesOf = (name: string) =>
    script
      ?.getAttribute(`data-${name}`)
      ?.split(' ')
      .filter((file) => file !== '') ?? []
  for (const href of filesOf('start')) {
    if (href.endsWith('.css')) fetchAhead({ rel: 'stylesheet', href }).dataset.start = ''
    else fetchAhead({ rel: 'modulepreload', href })
  }
  for (const href of [...filesOf(root.lang), ...filesOf(page)]) {
    fetchAhead(href.endsWith('.css') ? { rel: 'preload', as: 'style', href } : { rel: 'modulepreload', href })
  }

  // Only what is surely asked, in these words: left lying, an answer would be taken for a later one. Whoever has written
  // something in this tab says so when he asks, which cannot be said here.
  const hasWritten = read('sessionStorage', 'positions') !== null
  const isPlainFeed =
    /^(?:\?sheet=.*)?$/.test(search) &&
    read('localStorage', 'filters') === null &&
    read('localStorage', 'order') === null
  const ofFeed = ['/feed?order=ranked', '/ties/requests', '/me/outcome-questions']
  // The page that a device keeps does not say who is signed in, and the door may not be what comes.
  const isSurelyDoor = pathname === '/sign-in' || !navigator.serviceWorker?.controller
  const questions: Record<string, readonly string[]> = {
    feed: ['/me', ...(hasWritten || !isPlainFeed ? [] : ofFeed)],
    subject: isSignedIn ? ['/me', ...(hasWritten ? [] : [pathname])] : [],
    door: [...(pathname === '/' ? ['/me'] : []), ...(isSurelyDoor ? ['/entry'] : [])],
  }
  for (const question of questions[page] ?? []) {
    fetchAhead({ rel: 'preload', as: 'fetch', href: `/api${question}` })
  }
}

// Before the first paint: the remembered theme, so that no light page flashes in the dark, and the language, whose words
// are asked for beside the scripts, not after them (the build says where they are, first-pages.ts), also in what the device
// shows of an installed app.
{
  const script = document.currentScript
  const root = document.documentElement
  let wishes = navigator.languages
  try {
    const theme = localStorage.getItem('kith.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    wishes = [localStorage.getItem('kith.language') ?? '', ...wishes]
  } catch {
    // Storage may be refused; the system decides then.
  }
  const spoken = wishes.map((wish) => wish.toLowerCase().split('-')[0])
  root.lang = spoken.find((language) => language === 'en' || language === 'de') ?? 'en'
  if (root.lang === 'de') document.querySelector('link[rel=manifest]').href = '/manifest.de.webmanifest'
  const fetchAhead = (attributes) => {
    const link = document.createElement('link')
    Object.assign(link, attributes)
    document.head.append(link)
  }
  const page = { '/': 'data-none', '/sign-in': 'data-door' }[location.pathname] ?? `data-other-${root.lang}`
  for (const name of [`data-${root.lang}`, page]) {
    const href = script.getAttribute(name)
    if (href !== null) fetchAhead({ rel: 'modulepreload', href })
  }
  // Who is here, where that is surely asked first of all: left lying, the answer would be taken for a later one.
  if (location.pathname === '/') {
    fetchAhead({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: '/api/me' })
  }
}

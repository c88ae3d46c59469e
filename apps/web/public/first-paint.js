// Before the first paint: the remembered theme, so that no light page flashes in the dark, and the language, whose words
// are asked for beside the scripts, not after them. The build says where they are (first-pages.ts).
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
  const page = { '/': 'data-none', '/sign-in': 'data-door' }[location.pathname] ?? `data-other-${root.lang}`
  for (const name of [`data-${root.lang}`, page]) {
    if (!script.hasAttribute(name)) continue
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = script.getAttribute(name)
    document.head.append(link)
  }
}

// Before the first paint: the remembered theme, so that no light page flashes in the dark, and the language, also of what
// the device shows of an installed app.
try {
  const theme = localStorage.getItem('kith.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const language = localStorage.getItem('kith.language') ?? navigator.language
  document.documentElement.lang = language.startsWith('de') ? 'de' : 'en'
  if (document.documentElement.lang === 'de') {
    document.querySelector('link[rel=manifest]').href = '/manifest.de.webmanifest'
  }
} catch {
  // Storage may be refused; the system decides then.
}

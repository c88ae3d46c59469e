// Before the first paint: the remembered theme, so that no light page flashes in the dark, and the language.
try {
  const theme = localStorage.getItem('kith.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const language = localStorage.getItem('kith.language') ?? navigator.language
  document.documentElement.lang = language.startsWith('de') ? 'de' : 'en'
} catch {
  // Storage may be refused; the system decides then.
}

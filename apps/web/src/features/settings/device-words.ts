const BROWSERS = [
  { mark: 'Firefox/', name: 'Firefox' },
  { mark: 'Edg/', name: 'Edge' },
  { mark: 'OPR/', name: 'Opera' },
  { mark: 'SamsungBrowser/', name: 'Samsung Internet' },
  { mark: 'Chrome/', name: 'Chrome' },
  { mark: 'Safari/', name: 'Safari' },
]

const SYSTEMS = [
  { mark: 'iPhone', name: 'iPhone' },
  { mark: 'iPad', name: 'iPad' },
  { mark: 'Android', name: 'Android' },
  { mark: 'Windows', name: 'Windows' },
  { mark: 'Mac OS X', name: 'macOS' },
  { mark: 'Linux', name: 'Linux' },
]

/** "Firefox, Windows" out of what a browser calls itself; what is unknown is left as it is, shortened. */
export function deviceWords(device: string): string {
  const names = [BROWSERS, SYSTEMS].flatMap(
    (known) => known.find(({ mark }) => device.includes(mark))?.name ?? [],
  )
  return names.length > 0 ? names.join(', ') : device.slice(0, 60)
}

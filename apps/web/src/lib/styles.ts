const FONTS = ['1rem "Vollkorn Variable"', '1rem "Commissioner Variable"']

/**
 * Waits for the styles of all pages, which `first-paint.ts` asks for beside the scripts; without them nothing is shown. The
 * fonts that they name are unpacked from then on, not all at once when the page is laid out; nobody waits for those.
 */
export async function areStylesHere(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[data-start]')
  if (link !== null && link.sheet === null) {
    await new Promise((resolve, reject) => {
      link.addEventListener('load', resolve)
      link.addEventListener('error', () => reject(new Error('the styles cannot be fetched')))
    })
  }
  for (const font of FONTS) document.fonts.load(font).catch(() => undefined)
}

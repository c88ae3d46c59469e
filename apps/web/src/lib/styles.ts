/** Waits for the styles of all pages, which `first-paint.ts` asks for beside the scripts; without them nothing is shown. */
export async function areStylesHere(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[data-start]')
  if (link === null || link.sheet !== null) return
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', () => reject(new Error('the styles cannot be fetched')))
  })
}

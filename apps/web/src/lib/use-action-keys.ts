import { useShortcuts } from './use-shortcuts.ts'

/** Presses what carries the key on the card that has the focus; on a page of one voice, its. */
export function useActionKeys(): void {
  const press = (key: string) => () => {
    const near = document.activeElement?.closest('article') ?? document
    const [first, ...others] = near.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)
    if (others.length === 0) first?.click()
  }
  useShortcuts({ s: press('s'), t: press('t'), p: press('p'), a: press('a'), '.': press('.') })
}

import type { RefObject } from 'react'
import { useShortcuts } from './use-shortcuts.ts'

/** Moves along the cards of a list with j and k, and opens the one that has the focus with o. */
export function useCardKeys(list: RefObject<HTMLElement | null>): void {
  const move = (by: 1 | -1) => {
    const cards = [...(list.current?.querySelectorAll('article') ?? [])]
    const here = cards.findIndex((card) => card.contains(document.activeElement))
    const next = cards[here === -1 ? 0 : here + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    o: () => document.activeElement?.closest('article')?.querySelector<HTMLElement>('[data-open]')?.click(),
  })
}

import { useEffect, useRef } from 'react'
import { remember, remembered } from './remembered.ts'

/** Whether single keys do something (WCAG 2.1.4: one switch turns them off). */
export function shortcutsOn(): boolean {
  return remembered('shortcuts') !== 'off'
}

/** Turns the single keys on or off on this device. */
export function switchShortcuts(on: boolean): void {
  remember('shortcuts', on ? null : 'off')
}

/** Calls the function of a single key; never while somebody types, and never with a modifier or under a dialog. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !shortcutsOn() || isBusy(event.target)) return
      const act = latest.current[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

import { createContext, type ReactNode, useEffect, useEffectEvent } from 'react'
import { cx } from './class-names.ts'
import css from './scrim.module.css'

/** Whether what a sheet lies over is dark already. */
export const OverScrim = createContext(false)

/** Darkens the page as soon as a sheet is asked for, and stays below that sheet, which may take a moment to be there. */
export function Scrim({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  useEscape(onClose)
  return (
    <OverScrim value={true}>
      {/* For whoever has no pointer, the sheet says that it is there, and Escape closes it. */}
      <div className={cx(css.scrim, css.dark)} aria-hidden onClick={onClose} />
      {children}
    </OverScrim>
  )
}

/** A sheet that is there closes by itself, and keeps the key to itself; until it is, nothing else would. */
function useEscape(onEscape: () => void): void {
  const pressed = useEffectEvent(({ key, repeat, defaultPrevented }: KeyboardEvent) => {
    if (key === 'Escape' && !repeat && !defaultPrevented) onEscape()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

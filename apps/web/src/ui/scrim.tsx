import { createContext, type ReactNode } from 'react'
import { cx } from './class-names.ts'
import css from './scrim.module.css'

/** Whether what a sheet lies over is dark already. */
export const OverScrim = createContext(false)

/** Darkens the page as soon as a sheet is asked for, and stays below that sheet, which may take a moment to be there. */
export function Scrim({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <OverScrim value={true}>
      {/* For whoever has no pointer, the sheet says that it is there, and Escape closes it. */}
      <div className={cx(css.scrim, css.dark)} aria-hidden onClick={onPress} />
      {children}
    </OverScrim>
  )
}

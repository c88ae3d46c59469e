import type { ComponentType } from 'react'
import { TiesChoice } from '../features/recommendations/composer/audience-sheet.tsx'
import type { SheetProps } from '../lib/use-sheet.ts'

/** A sheet in which one chooses some of one’s ties, as the composer lets one. */
export function withTiesChoice(Named: ComponentType<SheetProps & { choice: typeof TiesChoice }>) {
  return function WithTiesChoice(props: SheetProps) {
    return <Named {...props} choice={TiesChoice} />
  }
}

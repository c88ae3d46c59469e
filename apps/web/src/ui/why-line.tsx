import { ChevronRight } from 'lucide-react'
import { Icon } from './icon.tsx'
import css from './why-line.module.css'

/** From whom, and how well I know them; a press opens how it reached me. */
export function WhyLine({ who, how, label, onOpen }: WhyLineProps) {
  const words = (
    <span>
      <b>{who}</b>
      {how !== null && `, ${how}`}
    </span>
  )
  if (onOpen === undefined) return <span className={css.why}>{words}</span>
  return (
    <button type="button" className={css.why} onClick={onOpen}>
      {words}
      {label !== undefined && <span className={css.spoken}>. {label}</span>}
      <Icon of={ChevronRight} />
    </button>
  )
}

interface WhyLineProps {
  who: string
  how: string | null
  /** What a press opens, for those who hear it. */
  label?: string
  onOpen?: (() => void) | undefined
}

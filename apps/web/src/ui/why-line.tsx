import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { Icon } from './icon.tsx'
import css from './why-line.module.css'

/** From whom, and how well I know them; a press opens how it reached me. */
export function WhyLine({ who, how, label, onOpen }: WhyLineProps) {
  const id = useId()
  const words = (
    <span>
      <b>{who}</b>
      {how !== null && `, ${how}`}
    </span>
  )
  if (onOpen === undefined) return <span className={css.why}>{words}</span>
  return (
    <button type="button" className={css.why} aria-describedby={label && id} onClick={onOpen}>
      {words}
      <span id={id} hidden>
        {label}
      </span>
      <Icon of={ChevronRight} />
    </button>
  )
}

interface WhyLineProps {
  who: string
  how: string | null
  /** What a press opens, for those who hear it: said after the words. */
  label?: string
  onOpen?: (() => void) | undefined
}

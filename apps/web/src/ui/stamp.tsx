import { HandCoins, Link2 } from 'lucide-react'
import { Icon } from './icon.tsx'
import css from './stamp.module.css'

/** The author's interest, in the author's own words: first on a card, never shortened. */
export function Stamp({ interest, title, words, note }: StampProps) {
  return (
    <p className={interest === 'paid' ? css.paid : css.stamp}>
      <Icon of={interest === 'paid' ? HandCoins : Link2} />
      <span>
        <b>{title}</b>
        {words !== null && ` ${words}`}
        {note !== null && ` ${note}`}
      </span>
    </p>
  )
}

interface StampProps {
  interest: 'connected' | 'paid'
  title: string
  words: string | null
  /** A sentence that is not the author's own. */
  note: string | null
}

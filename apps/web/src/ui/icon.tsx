import type { LucideIcon } from 'lucide-react'

/** A decorative glyph beside a word: 18 px in text, 22 px alone. */
export function Icon({ of: Glyph, large = false, className }: IconProps) {
  return <Glyph aria-hidden size={large ? 22 : 18} strokeWidth={1.75} className={className} />
}

interface IconProps {
  of: LucideIcon
  large?: boolean
  className?: string | undefined
}

import type { Voice } from '@kith/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/**
 * Leads from a voice to all that I hear of its subject; from an offer to itself, because a subject's page holds none, and so
 * from what I am asked about before others read it.
 */
export function SubjectLink({ voice, className, children }: SubjectLinkProps) {
  const shared = { className, 'data-open': true }
  const isHeld = voice.way !== 'own' && voice.candidate?.agreed === false
  return voice.interest === 'paid' || isHeld ? (
    <Link to="/recommendations/$id" params={{ id: voice.post }} {...shared}>
      {children}
    </Link>
  ) : (
    <Link to="/subjects/$id" params={{ id: voice.subject.id }} {...shared}>
      {children}
    </Link>
  )
}

interface SubjectLinkProps {
  voice: Voice
  className?: string | undefined
  children: ReactNode
}

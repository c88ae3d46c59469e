import type { PostId, ShownPerson, ShownTie } from '@kith/contract'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import type { WhomPart } from '../features/asks/ask-sheet.tsx'
import { NavelLine } from '../features/asks/navel-line.tsx'
import { AudiencePart } from '../features/recommendations/composer/audience-part.tsx'
import { WriteInstead } from '../features/threads/write-to.tsx'
import { tiesQuery } from '../lib/my-queries.ts'
import { type SheetProps, useOpenSheet } from '../lib/use-sheet.ts'

// An ask travels as a recommendation without an interest does.
const Whom: WhomPart = ({ draft, error, onChange }) => (
  <AudiencePart
    draft={{ ...draft, interest: 'none', verdict: 'recommend' }}
    error={error}
    hasNotebook={false}
    onChange={({ audience, onward }) => {
      if (audience?.form === 'notebook') return
      onChange({ ...(audience && { audience }), ...(onward !== undefined && { onward }) })
    }}
  />
)

/** A sheet in which one chooses whom an ask is for, as the composer lets one. */
export function withWhom(Named: ComponentType<SheetProps & { whom: WhomPart }>) {
  return function WithWhom(props: SheetProps) {
    return <Named {...props} whom={Whom} />
  }
}

/** A sheet from which one goes on to recommend something new, or to write to whoever asks. */
export function withAnew(Named: ComponentType<SheetProps & AnswerWays>) {
  return function WithAnew(props: SheetProps) {
    const openSheet = useOpenSheet()
    return (
      <Named
        {...props}
        onNew={(ask) => openSheet('answer-anew', ask, { replace: true })}
        renderWrite={(person) => person.shown === 'tie' && <WriteTo person={person} />}
      />
    )
  }
}

interface AnswerWays {
  onNew: (ask: PostId) => void
  renderWrite: (person: ShownPerson) => ReactNode
}

function WriteTo({ person }: { person: ShownTie }) {
  const { data: ties = [] } = useQuery(tiesQuery)
  const tie = ties.find((one) => one.person.id === person.id)
  return tie === undefined ? null : <WriteInstead tie={tie} />
}

/** A sheet in which one writes about something of one’s own, with a line about what others ask. */
export function withNavelLine(Named: ComponentType<SheetProps & { hint: ReactNode }>) {
  return function WithNavelLine(props: SheetProps) {
    return <Named {...props} hint={<NavelLine />} />
  }
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tieWithFace } from '../../../lib/face.ts'
import { tiesQuery } from '../../../lib/my-queries.ts'
import { firstName } from '../../../lib/words/first-name.ts'
import { Button } from '../../../ui/button.tsx'
import { SheetPart } from '../../../ui/sheet.tsx'
import text from '../../../ui/text.module.css'
import { TieChoice } from '../../../ui/tie-choice.tsx'
import type { Draft } from './draft.ts'

/** Whom I recommend for a job, if it is anybody in particular. */
export function CandidatePart({ draft, onChange }: CandidatePartProps) {
  const { t } = useLingui()
  const { data: ties = [] } = useQuery(tiesQuery)
  const [isOpen, setOpen] = useState(draft.candidate !== null)
  if (!isOpen) {
    return (
      <SheetPart>
        <Button onClick={() => setOpen(true)}>
          <Trans>I know somebody for it</Trans>
        </Button>
      </SheetPart>
    )
  }
  const chosen = ties.find(({ person }) => person.id === draft.candidate)?.person
  const nobody = () => {
    setOpen(false)
    onChange({ candidate: null })
  }
  return (
    <SheetPart>
      <TieChoice
        label={t`Who is it about?`}
        ties={ties.map(tieWithFace)}
        chosen={draft.candidate}
        onChoose={(candidate) => onChange({ candidate })}
      />
      {chosen !== undefined && <AskedFirst first={firstName(chosen.name)} />}
      <Button variant="quiet" onClick={nobody}>
        <Trans>Nobody in particular</Trans>
      </Button>
    </SheetPart>
  )
}

interface CandidatePartProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

function AskedFirst({ first }: { first: string }) {
  return (
    <p className={text.hint}>
      <Trans>
        {first} is asked first: nobody else reads this before {first} says yes. Who knows {first} then sees
        the name; to all others your words alone may say it.
      </Trans>
    </p>
  )
}

import type { Candidate } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { useChangeRecommendation } from './composer/composer-queries.ts'

/** What its author reads of whom his recommendation puts forward, and how he takes his question back. */
export function CandidateLine({ post, candidate }: { post: string; candidate: Candidate }) {
  const change = useChangeRecommendation(post)
  return (
    <div className={cx(layout.part, layout.stack)}>
      <p className={text.lead}>
        <Standing candidate={candidate} />
      </p>
      <div className={layout.buttons}>
        <Button disabled={change.isPending} onClick={() => change.mutate({ candidate: null })}>
          {candidate.agreed ? <Trans>Keep it in the notebook</Trans> : <Trans>Take the question back</Trans>}
        </Button>
      </div>
    </div>
  )
}

function Standing({ candidate: { person, agreed } }: { candidate: Candidate }) {
  if (person.shown !== 'tie')
    return <Trans>Whom it recommends is no tie of yours any more: nobody but you reads it.</Trans>
  const first = firstName(person.name)
  return agreed ? (
    <Trans>
      {first} said yes. If you change what it says, {first} is asked again.
    </Trans>
  ) : (
    <Trans>
      It waits for {first}. Nobody else reads it before {first} says yes.
    </Trans>
  )
}

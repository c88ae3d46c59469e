import type { TieView } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Ban, History, Pause, Play, Ruler, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useChangeTie } from '../../lib/tie-changes.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { useEndTie } from './tie-queries.ts'
import { useBlock } from './use-block.ts'

/** Four separate verbs, one sentence each on who notices what. `onGone` is called when the tie is over. */
export function TieVerbs({ tie, onGone }: { tie: TieView; onGone: () => void }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const change = useChangeTie(tie.id)
  const [asked, setAsked] = useState<'end' | 'block' | null>(null)
  const name = firstName(tie.person.name)
  return (
    <>
      <Knobs>
        <Knob
          icon={Ruler}
          title={t`Change how well you know ${name}`}
          line={t`Circles and closeness are seen by nobody but you.`}
          onPress={() => openSheet('sort', tie.id)}
        />
        <Knob
          icon={History}
          title={t`See what moved`}
          line={t`What helped and what let you down changes how much ${name} counts. Only you see it.`}
          onPress={() => openSheet('moves', tie.id)}
        />
        {tie.paused ? (
          <Knob
            icon={Play}
            title={t`Hear ${name} again`}
            line={t`Nobody is told.`}
            busy={change.isPending}
            onPress={() => change.mutate({ paused: false })}
          />
        ) : (
          <Knob
            icon={Pause}
            title={t`Pause ${name}`}
            line={t`You hear nothing by or through ${name} until you take it back. Nobody is told.`}
            busy={change.isPending}
            onPress={() => change.mutate({ paused: true })}
          />
        )}
        <Knob
          icon={Unlink}
          title={t`End the tie`}
          line={t`At once and silently: neither of you sees what the other wrote. ${name} may notice its absence.`}
          onPress={() => setAsked('end')}
        />
        <Knob
          icon={Ban}
          title={t`Block ${name}`}
          line={t`You two are nobody to each other, also through others. ${name} is not told.`}
          onPress={() => setAsked('block')}
        />
      </Knobs>
      {asked === 'end' && <EndSheet tie={tie} onClose={() => setAsked(null)} onGone={onGone} />}
      {asked === 'block' && <BlockSheet tie={tie} onClose={() => setAsked(null)} onGone={onGone} />}
    </>
  )
}

interface AskedProps {
  tie: TieView
  onClose: () => void
  onGone: () => void
}

function EndSheet({ tie, onClose, onGone }: AskedProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const end = useEndTie(tie.id)
  const name = firstName(tie.person.name)
  return (
    <Sheet
      title={t`End the tie with ${name}?`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button
            variant="primary"
            busy={end.isPending}
            busyLabel={t`One moment`}
            onClick={() => end.mutate(undefined, { onSuccess: onGone })}
          >
            <Trans>End the tie</Trans>
          </Button>
        </div>
      }
    >
      <p className={text.lead}>
        <Trans>
          It is over at once. What each of you wrote for ties is gone for the other, also through others.{' '}
          {name} is not told; a new tie needs both of you again.
        </Trans>
      </p>
      {end.error !== null && <Refusal>{words(end.error)}</Refusal>}
    </Sheet>
  )
}

function BlockSheet({ tie, onClose, onGone }: AskedProps) {
  const { t } = useLingui()
  const block = useBlock()
  const name = firstName(tie.person.name)
  return (
    <Sheet
      title={t`Block ${name}?`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button onClick={onClose}>
            <Trans>Do not block</Trans>
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onClose()
              block(tie.person, onGone)
            }}
          >
            <Trans>Block {name}</Trans>
          </Button>
        </div>
      }
    >
      <p className={text.lead}>
        <Trans>
          The tie ends, and nothing goes from one of you to the other, whoever stands between. {name} is not
          told. You have ten seconds to undo it; then it stays for at least seven days.
        </Trans>
      </p>
    </Sheet>
  )
}

import type { ShownTie, TieView, Voice, Why } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { MessageCircleQuestion, Pause, Play, Ruler } from 'lucide-react'
import { tiesQuery } from '../../lib/my-queries.ts'
import { recommendationQuery } from '../../lib/recommendation-query.ts'
import { useChangeTie } from '../../lib/tie-changes.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { HideKnob } from './hide-knob.tsx'
import { LessKnob } from './less-knob.tsx'
import { explainedQuery } from './open-why.ts'
import { whyQuery } from './recommendation-queries.ts'
import { WhyPath } from './why-path.tsx'
import { Weights } from './why-weights.tsx'

/** How a post reached me: the chain in words, what it weighs, and the knob that changes it. */
export function WhySheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const explained = useQuery(explainedQuery(of))
  const post = useQuery({ ...recommendationQuery(of), enabled: explained.data === null })
  const why = useQuery(whyQuery(of))
  const ties = useQuery(tiesQuery)
  const voice = explained.data ?? post.data?.voice
  const error = why.error ?? post.error ?? ties.error
  if (error !== null) {
    return (
      <Sheet title={t`How this reached you`} onClose={onClose}>
        <p className={text.lead}>{words(error)}</p>
      </Sheet>
    )
  }
  if (why.data === undefined || voice === undefined || ties.data === undefined) return null
  const tie = ties.data.find(({ person }) => person.id === voice.chain?.tie.id)
  return <Explained voice={voice} why={why.data} tie={tie} onClose={onClose} />
}

function Explained({ voice, why, tie, onClose }: ExplainedProps) {
  const { t } = useLingui()
  const { title } = voice.subject
  // My own word as it stands now: it may have been changed from this very sheet.
  const chain = voice.chain && tie ? { ...voice.chain, tie: tie.person } : voice.chain
  return (
    <Sheet
      title={t`How this reached you`}
      sub={
        voice.words.why === null ? (
          <Trans>
            About <b>{title}</b>
          </Trans>
        ) : (
          <Trans>
            {quoted(beginning(voice.words.why), voice.language)} about <b>{title}</b>
          </Trans>
        )
      }
      onClose={onClose}
    >
      {chain === null ? (
        <p className={text.lead}>
          <CameOtherwise way={voice.way} />
        </p>
      ) : (
        <WhyPath chain={chain} voice={voice} />
      )}
      {isSilent(voice, why, tie) && (
        <SheetPart>
          <p className={text.lead}>
            <Trans>You may see this, but you chose not to hear what comes this way.</Trans>
          </p>
        </SheetPart>
      )}
      <Weights chain={chain} freshness={why.freshness} />
      {voice.way !== 'own' && (
        <SheetPart title={t`Change it`}>
          <Knobs>
            <OutcomeKnob post={voice.post} />
            {tie !== undefined && <TieKnobs id={tie.id} paused={tie.paused} person={tie.person} />}
            {tie !== undefined && voice.person.shown === 'tie' && (
              <LessKnob tie={tie} kind={voice.subject.kind} onDone={onClose} />
            )}
            <HideKnob voice={voice} onHidden={onClose} />
          </Knobs>
        </SheetPart>
      )}
      <p className={text.hint}>
        <Trans>What you may not see is not listed here, and nothing here hints at it.</Trans>
      </p>
    </Sheet>
  )
}

interface ExplainedProps {
  voice: Voice
  why: Why
  /** My tie on the chain. */
  tie: TieView | undefined
  onClose: () => void
}

// What is said by id holds for a card only where both came the same way.
function isSilent(voice: Voice, why: Why, tie: TieView | undefined): boolean {
  if (tie?.paused) return true
  return !why.heard && why.chain?.tie.id === voice.chain?.tie.id
}

function CameOtherwise({ way }: { way: Voice['way'] }) {
  switch (way) {
    case 'own':
      return <Trans>These are your own words.</Trans>
    case 'addressed':
      return <Trans>It was addressed to you, and to you alone.</Trans>
    case 'club':
      return <Trans>It stands in a club that you are in.</Trans>
    case 'chain':
      return <Trans>It came through people you know.</Trans>
  }
}

function OutcomeKnob({ post }: { post: string }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  return (
    <Knob
      icon={MessageCircleQuestion}
      title={t`Say how it went`}
      line={t`It helped, or it let you down. Nobody is told.`}
      onPress={() => openSheet('outcome', post)}
    />
  )
}

function TieKnobs({ id, paused, person }: { id: string; paused: boolean; person: ShownTie }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const change = useChangeTie(id)
  const name = firstName(person.name)
  const undo = () => change.mutate({ paused: false })
  return (
    <>
      <Knob icon={Ruler} title={t`Change how well you know ${name}`} onPress={() => openSheet('sort', id)} />
      {paused ? (
        <Knob icon={Play} title={t`Hear ${name} again`} busy={change.isPending} onPress={undo} />
      ) : (
        <Knob
          icon={Pause}
          title={t`Pause ${name}. Nobody is told`}
          busy={change.isPending}
          onPress={() =>
            change.mutate(
              { paused: true },
              {
                onSuccess: () =>
                  showToast({ text: t`${name} is paused.`, action: [{ label: t`Undo`, onPress: undo }] }),
              },
            )
          }
        />
      )}
    </>
  )
}

function beginning(words: string): string {
  const short = words.split(/\s+/u).slice(0, 4).join(' ')
  return short.length < words.length ? `${short} …` : words
}

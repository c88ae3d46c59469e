import type { ShownTie, TieView, Why } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { MessageCircleQuestion, Pause, Play, Ruler } from 'lucide-react'
import { askQuery } from '../../lib/ask-query.ts'
import { tiesQuery } from '../../lib/my-queries.ts'
import { recommendationQuery } from '../../lib/recommendation-query.ts'
import { useReportKnob } from '../../lib/report.ts'
import { useChangeTie } from '../../lib/tie-changes.ts'
import { type Asked, useLost } from '../../lib/use-lost.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { HideKnob } from './hide-knob.tsx'
import { LessKnob } from './less-knob.tsx'
import { explainedAskQuery, explainedQuery } from './open-why.ts'
import { whyQuery } from './recommendation-queries.ts'
import { type Told, toldAsk, toldVoice } from './told.ts'
import { WhyPath } from './why-path.tsx'
import { Weights } from './why-weights.tsx'

/** How a recommendation reached me: the chain in words, what it weighs, and the knob that changes it. */
export function WhySheet({ of = '', onClose }: WhySheetProps) {
  const explained = useQuery(explainedQuery(of))
  const post = useQuery({ ...recommendationQuery(of), enabled: explained.data === null })
  const voice = explained.data ?? post.data?.voice
  return (
    <WhyTold told={voice && toldVoice(voice)} of={of} room="recommendations" post={post} onClose={onClose} />
  )
}

/** The same of an ask. */
export function WhyAskSheet({ of = '', onClose }: WhySheetProps) {
  const explained = useQuery(explainedAskQuery(of))
  const post = useQuery({ ...askQuery(of), enabled: explained.data === null })
  const ask = explained.data ?? post.data?.ask
  return <WhyTold told={ask && toldAsk(ask)} of={of} room="asks" post={post} onClose={onClose} />
}

interface WhySheetProps {
  of: string | undefined
  onClose: () => void
}

function WhyTold({ told, of, room, post, onClose }: WhyToldProps) {
  const why = useQuery(whyQuery(room, of))
  const ties = useQuery(tiesQuery)
  const lost = useLost(why, post, ties)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (why.data === undefined || told === undefined || ties.data === undefined) return null
  const tie = ties.data.find(({ person }) => person.id === told.chain?.tie.id)
  return <Explained told={told} why={why.data} tie={tie} onClose={onClose} />
}

interface WhyToldProps {
  told: Told | undefined
  of: string
  room: Told['room']
  /** The question for it where no page at hand shows it. */
  post: Asked
  onClose: () => void
}

function Explained({ told, why, tie, onClose }: ExplainedProps) {
  const { t } = useLingui()
  const reportKnob = useReportKnob()
  const { title, said } = told
  // My own word as it stands now: it may have been changed from this very sheet.
  const chain = told.chain && tie ? { ...told.chain, tie: tie.person } : told.chain
  return (
    <Sheet
      title={t`How this reached you`}
      sub={
        said === null ? (
          <Trans>
            About <b>{title}</b>
          </Trans>
        ) : (
          <Trans>
            {quoted(beginning(said), told.language)} about <b>{title}</b>
          </Trans>
        )
      }
      onClose={onClose}
    >
      {chain === null ? (
        <p className={text.lead}>
          <CameOtherwise way={told.way} />
        </p>
      ) : (
        <WhyPath chain={chain} told={told} />
      )}
      {isSilent(told, why, tie) && (
        <SheetPart>
          <p className={text.lead}>
            <Trans>You may see this, but you chose not to hear what comes this way.</Trans>
          </p>
        </SheetPart>
      )}
      <Weights chain={chain} freshness={why.freshness} />
      {told.way !== 'own' && (
        <SheetPart title={t`Change it`}>
          <Knobs>
            {told.room === 'recommendations' && <OutcomeKnob post={told.post} />}
            {tie !== undefined && <TieKnobs id={tie.id} paused={tie.paused} person={tie.person} />}
            {tie !== undefined && told.person.shown === 'tie' && told.room === 'recommendations' && (
              <LessKnob tie={tie} kind={told.kind} onDone={onClose} />
            )}
            <HideKnob told={told} onHidden={onClose} />
            {/* A card of an ask has no other menu. */}
            {told.room === 'asks' && <Knob {...reportKnob('ask', told.post, { replace: true })} />}
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
  told: Told
  why: Why
  /** My tie on the chain. */
  tie: TieView | undefined
  onClose: () => void
}

// What is said by id holds for a card only where both came the same way.
function isSilent(told: Told, why: Why, tie: TieView | undefined): boolean {
  if (tie?.paused) return true
  return !why.heard && why.chain?.tie.id === told.chain?.tie.id
}

function CameOtherwise({ way }: { way: Told['way'] }) {
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

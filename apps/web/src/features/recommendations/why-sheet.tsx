import type { ReadRecommendation, ShownTie, Why } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Pause, Play, Ruler } from 'lucide-react'
import { useChangeTie } from '../../lib/tie-changes.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/person-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { recommendationQuery, whyQuery } from './recommendation-queries.ts'
import { WhyPath } from './why-path.tsx'
import { Weights } from './why-weights.tsx'

/** How a post reached me: the chain in words, what it weighs, and the knob that changes it. */
export function WhySheet({ of, onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const why = useQuery(whyQuery(of ?? ''))
  const post = useQuery(recommendationQuery(of ?? ''))
  const error = why.error ?? post.error
  if (error !== null) {
    return (
      <Sheet title={t`How this reached you`} onClose={onClose}>
        <p className={text.lead}>{words(error)}</p>
      </Sheet>
    )
  }
  if (why.data === undefined || post.data === undefined) return null
  return <Explained why={why.data} post={post.data} onClose={onClose} />
}

function Explained({ why, post: { voice }, onClose }: ExplainedProps) {
  const { t } = useLingui()
  const { title } = voice.subject
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
      {why.chain === null ? (
        <p className={text.lead}>
          <CameOtherwise way={why.way} />
        </p>
      ) : (
        <WhyPath chain={why.chain} person={why.person} voice={voice} />
      )}
      {!why.heard && (
        <p className={text.lead}>
          <Trans>You may see this, but you do not hear it: it does not come up in your feed.</Trans>
        </p>
      )}
      <Weights why={why} />
      {why.tie !== null && why.chain !== null && (
        <SheetPart title={t`Change it`}>
          <TieKnobs id={why.tie.id} paused={why.tie.paused} person={why.chain.tie} />
        </SheetPart>
      )}
      <p className={text.hint}>
        <Trans>What you may not see is not listed here, and nothing here hints at it.</Trans>
      </p>
    </Sheet>
  )
}

interface ExplainedProps {
  why: Why
  post: ReadRecommendation
  onClose: () => void
}

function CameOtherwise({ way }: { way: Why['way'] }) {
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

function TieKnobs({ id, paused, person }: { id: string; paused: boolean; person: ShownTie }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const change = useChangeTie(id)
  const name = firstName(person.name)
  const undo = () => change.mutate({ paused: false })
  return (
    <Knobs>
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
    </Knobs>
  )
}

function beginning(words: string): string {
  const short = words.split(/\s+/u).slice(0, 4).join(' ')
  return short.length < words.length ? `${short} …` : words
}

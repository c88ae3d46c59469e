import type { SubjectKind, Voice } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Forward, PenLine, Route, Send, Waypoints } from 'lucide-react'
import { useAskForIntroduction } from '../../lib/introduction-sheets.ts'
import { recommendationQuery } from '../../lib/recommendation-query.ts'
import { useReportKnob } from '../../lib/report.ts'
import { useLost } from '../../lib/use-lost.ts'
import { type SheetName, useOpenSheet } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { LostSheet } from '../../ui/lost-sheet.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { HideKnob } from './hide-knob.tsx'
import { explainedQuery } from './open-why.ts'
import { toldVoice } from './told.ts'

/** All that can be done with a post, each with a sentence on who notices what. */
export function MoreSheet({ of = '', onClose }: { of: string | undefined; onClose: () => void }) {
  const explained = useQuery(explainedQuery(of))
  const post = useQuery({ ...recommendationQuery(of), enabled: explained.data === null })
  const voice = explained.data ?? post.data?.voice
  const lost = useLost(post)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (voice === undefined) return null
  return (
    <Sheet title={voice.subject.title} onClose={onClose}>
      <SheetPart>
        <Knobs>
          {voice.way === 'own' ? <OwnVerbs voice={voice} /> : <Verbs voice={voice} onClose={onClose} />}
        </Knobs>
      </SheetPart>
    </Sheet>
  )
}

function OwnVerbs({ voice }: { voice: Voice }) {
  const { t } = useLingui()
  const open = useInstead()
  return (
    <Knob
      icon={Send}
      title={t`Address it to one person`}
      line={t`They see it whatever its audience is, and are told.`}
      onPress={() => open('address', voice.post)}
    />
  )
}

function Verbs({ voice, onClose }: { voice: Voice; onClose: () => void }) {
  const { t } = useLingui()
  const open = useInstead()
  const reportKnob = useReportKnob()
  return (
    <>
      <IntroduceKnob voice={voice} />
      <Knob
        icon={Forward}
        title={t`Pass it on to one person`}
        line={t`They see it only if it reaches them anyway. Its author is not told.`}
        onPress={() => open('pass', voice.post)}
      />
      <Knob
        icon={PenLine}
        title={t`Second it`}
        line={t`Your own word on it. Whoever you choose hears it.`}
        onPress={() => open('recommend', voice.subject.id)}
      />
      <Knob
        icon={Route}
        title={t`How this reached you`}
        line={t`The way it took, and what changes it. Nobody notices that you look.`}
        onPress={() => open('why', voice.post)}
      />
      <HideKnob told={toldVoice(voice)} onHidden={onClose} />
      <Knob {...reportKnob('recommendation', voice.post, { replace: true })} />
    </>
  )
}

// Of these one would rather know the people than the subject.
const OF_PEOPLE: ReadonlySet<SubjectKind> = new Set(['craftsman', 'job', 'business'])

/** A tie of mine can put me in touch with whom he recommends. */
function IntroduceKnob({ voice: { person, subject, post } }: { voice: Voice }) {
  const { t } = useLingui()
  const ask = useAskForIntroduction()
  if (person.shown !== 'tie' || !OF_PEOPLE.has(subject.kind)) return null
  const name = firstName(person.name)
  return (
    <Knob
      icon={Waypoints}
      title={t`Put me in touch`}
      line={t`${name} reads what you write, and asks them first.`}
      onPress={() => ask({ broker: person.id, post }, { replace: true })}
    />
  )
}

/** What is chosen takes the place of the menu: back leads to the page. */
function useInstead(): (sheet: SheetName, of: string) => void {
  const openSheet = useOpenSheet()
  return (sheet, of) => openSheet(sheet, of, { replace: true })
}

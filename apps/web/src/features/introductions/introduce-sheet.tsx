import { LIMITS, type TieView, type Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AskingAbout, readAskingAbout } from '../../lib/introduction-sheets.ts'
import { tiesQuery } from '../../lib/my-queries.ts'
import { recommendationQuery } from '../../lib/recommendation-query.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useLost } from '../../lib/use-lost.ts'
import type { SheetProps } from '../../lib/use-sheet.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import { GoneSheet, LostSheet } from '../../ui/lost-sheet.tsx'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { newIntroductionKey, useAskIntroduction } from './introduction-queries.ts'
import { KindChips } from './kind-chips.tsx'

/** Asks a tie of mine to bring me together with somebody: with whom he knows for something, or with one person. */
export function IntroduceSheet({ of, onClose }: SheetProps) {
  const about = readAskingAbout(of)
  const ties = useQuery(tiesQuery)
  const post = useQuery({ ...recommendationQuery(about.post ?? ''), enabled: about.post !== undefined })
  const lost = useLost(ties)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (ties.data === undefined || post.isLoading) return null
  const broker = ties.data.find(({ person }) => person.id === about.broker)
  if (broker === undefined) return <GoneSheet onClose={onClose} />
  return <Form about={about} broker={broker} voice={post.data?.voice} onClose={onClose} />
}

interface FormProps {
  about: AskingAbout
  broker: TieView
  /** The recommendation that makes me ask. */
  voice: Voice | undefined
  onClose: () => void
}

function Form({ about, broker, voice, onClose }: FormProps) {
  const { t, i18n } = useLingui()
  const errorWords = useErrorWords()
  const name = firstName(broker.person.name)
  const { person } = about
  const title = voice && quoted(voice.subject.title, i18n.locale)
  const [key] = useState(newIntroductionKey)
  const [kind, setKind] = useState(voice?.subject.kind)
  const [words, setWords] = useState(() =>
    title === undefined ? '' : t`You recommended ${title}. Could you put me in touch?`,
  )
  const [tooEarly, setTooEarly] = useState(false)
  const ask = useAskIntroduction(key)
  const send = () => {
    setTooEarly(true)
    if (kind === undefined || words.trim() === '') return
    ask.mutate(
      {
        broker: broker.person.id,
        kind,
        words,
        ...(person && { person }),
        ...(voice && { post: voice.post }),
      },
      {
        onSuccess: () => {
          showToast({ text: t`${name} is asked. You hear of it if it comes about.` })
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      title={t`Ask ${name} to introduce you`}
      sub={
        <Trans>
          {name} reads this and asks whoever it may be first. Whom, you learn once both said yes; if nothing
          comes of it, you are not told why.
        </Trans>
      }
      onClose={onClose}
      foot={
        <>
          {ask.error !== null && <Refusal>{errorWords(ask.error)}</Refusal>}
          <Button variant="primary" wide busy={ask.isPending} busyLabel={t`One moment`} onClick={send}>
            <Trans>Ask {name}</Trans>
          </Button>
        </>
      }
    >
      <SheetPart>
        <KindChips kind={kind} missing={tooEarly && kind === undefined} onChoose={setKind} />
      </SheetPart>
      <SheetPart>
        <TextArea
          label={t`What are you looking for, and why?`}
          value={words}
          maxLength={LIMITS.introductionWords}
          error={tooEarly && words.trim() === '' ? t`A few words are needed.` : undefined}
          hint={person === undefined ? undefined : t`You mean @${person}. ${name} is told.`}
          onChange={(event) => setWords(event.target.value)}
        />
      </SheetPart>
    </Sheet>
  )
}

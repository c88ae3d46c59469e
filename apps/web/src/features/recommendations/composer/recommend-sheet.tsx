import type { Ask, MakeRecommendation, Subject } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { newKey } from '../../../lib/api.ts'
import { askQuery } from '../../../lib/ask-query.ts'
import { spokenLanguage } from '../../../lib/language.ts'
import { subjectQuery } from '../../../lib/subject-query.ts'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useLost } from '../../../lib/use-lost.ts'
import { useMe } from '../../../lib/use-me.ts'
import { Refusal } from '../../../ui/field.tsx'
import { LostSheet } from '../../../ui/lost-sheet.tsx'
import { Order } from '../../../ui/order.tsx'
import { Sheet, SheetPart } from '../../../ui/sheet.tsx'
import text from '../../../ui/text.module.css'
import { AudiencePart } from './audience-part.tsx'
import { CandidatePart } from './candidate-part.tsx'
import css from './composer.module.css'
import {
  aboutSubject,
  blankDraft,
  type Draft,
  factsOf,
  isBlank,
  isNote,
  onwardOf,
  takesCandidate,
  withKind,
  wordsOf,
} from './draft.ts'
import { keepDraft, openDraft } from './draft-store.ts'
import { InterestPart } from './interest-part.tsx'
import { LinkNote } from './link-note.tsx'
import { PhotoField } from './photo-field.tsx'
import { SendButton } from './send-button.tsx'
import { SharedQuestion } from './shared-question.tsx'
import { SubjectDetails } from './subject-details.tsx'
import { SubjectPicker } from './subject-picker.tsx'
import { sendsOnEnter, useComposer } from './use-composer.ts'
import { usePastes } from './use-pastes.ts'
import { useSending } from './use-sending.ts'
import { useShared } from './use-shared.ts'
import { WordFields } from './word-fields.tsx'

/** Writes a recommendation. `of` names a subject to second; without it the draft of this device goes on. */
export function RecommendSheet({ of, hint, onClose }: RecommendSheetProps) {
  const { t } = useLingui()
  const me = useMe()
  const about = useQuery({ ...subjectQuery(of ?? ''), enabled: of !== undefined })
  const lost = useLost(about)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (about.isLoading) return null
  const subject = about.data?.subject
  return (
    <Composer
      key={subject?.id ?? 'new'}
      title={t`What do you recommend, and why?`}
      subject={subject}
      hint={hint}
      openAs={() => openDraft(me)}
      onClose={onClose}
    />
  )
}

interface RecommendSheetProps {
  of: string | undefined
  /** Stands below what is being written. */
  hint?: ReactNode
  onClose: () => void
}

/** Writes something down for oneself alone; the draft of this device goes on. */
export function NoteSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const me = useMe()
  return (
    <Composer
      title={t`What do you want to keep?`}
      subject={undefined}
      openAs={() => ({ ...openDraft(me), audience: { form: 'notebook' } })}
      onClose={onClose}
    />
  )
}

/** Answers an ask with something new; the draft of this device goes on, as far as it is of the kind that is sought. */
export function AnswerAnewSheet({ of, onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const me = useMe()
  const asked = useQuery({ ...askQuery(of ?? ''), enabled: of !== undefined })
  const lost = useLost(asked)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (asked.data === undefined) return null
  const { ask } = asked.data
  return (
    <Composer
      key={ask.post}
      title={t`Your answer: what do you recommend, and why?`}
      subject={undefined}
      answers={ask}
      openAs={() => forAsk(openDraft(me), ask)}
      onClose={onClose}
    />
  )
}

function Composer({ title, subject, answers, hint, openAs, onClose }: ComposerProps) {
  const me = useMe()
  const words = useErrorWords()
  const isAnswer = answers !== undefined
  const { draft, errors, change, replace, isComplete } = useComposer(
    () => startOf(openAs(), subject),
    isAnswer,
  )
  const [settled, setSettled] = useState(draft.about !== null || draft.kind !== null)

  const { photo, link, onPaste } = usePastes(draft, change, () => setSettled(true))
  const clear = () => {
    setSettled(false)
    replace(blankDraft(newKey(), draft))
  }
  const shared = useShared({ draft, change, clear, read: link.read })

  useEffect(() => keepDraft(me, isBlank(draft) ? null : draft), [me, draft])

  const recommend = useSending(draft, photo, answers?.post)
  const send = () => {
    if (recommend.isPending || !isComplete()) return
    const body = bodyOf(draft)
    if (body === null) return
    recommend.mutate({ body: { ...body, answers: answers?.post }, key: draft.key }, { onSuccess: onClose })
  }

  return (
    <Sheet
      title={title}
      wide
      onClose={onClose}
      foot={<Foot draft={draft} busy={recommend.isPending} onSend={send} />}
    >
      <div onKeyDown={sendsOnEnter(send)} onPaste={onPaste}>
        {answers && <AskToAnswer ask={answers} />}
        {shared && <SharedQuestion title={draft.title.trim()} choice={shared} />}
        <SheetPart>
          <SubjectPicker
            title={draft.title}
            error={errors.title}
            settled={settled}
            onType={(title) => {
              setSettled(false)
              change({ title, about: null })
            }}
            onPick={(picked) => {
              setSettled(true)
              change(aboutSubject(draft, picked))
            }}
            onNew={() => setSettled(true)}
          />
          <LinkNote paste={link} />
        </SheetPart>
        {draft.title.trim() !== '' && (
          <>
            {settled && draft.about === null && (
              <SheetPart>
                <SubjectDetails draft={draft} kindError={errors.kind} onChange={change} />
              </SheetPart>
            )}
            <VerdictPart draft={draft} onChange={change} />
            <WordFields draft={draft} whyError={errors.why} onChange={change} />
            <PhotoField photo={photo} isLost={draft.hasPhoto && !photo.isChosen} />
            <AudiencePart draft={draft} error={errors.audience} onChange={change} />
            {takesCandidate(draft) && <CandidatePart draft={draft} onChange={change} />}
            {(isAnswer || !isNote(draft)) && <InterestPart draft={draft} errors={errors} onChange={change} />}
          </>
        )}
        {hint}
        {errors.kind !== undefined && !settled && <Refusal>{errors.kind}</Refusal>}
        {recommend.error !== null && <Refusal>{words(recommend.error)}</Refusal>}
      </div>
    </Sheet>
  )
}

interface ComposerProps {
  title: string
  subject: Subject | undefined
  /** The ask that it answers: whoever asks reads it, whatever its audience. */
  answers?: Ask
  hint?: ReactNode
  openAs: () => Draft
  onClose: () => void
}

function AskToAnswer({ ask }: { ask: Ask }) {
  return (
    <SheetPart>
      <p className={text.lead} lang={ask.language}>
        {ask.wish.title}
      </p>
      <p className={text.hint}>
        <Trans>Whoever asks reads your answer, whatever audience you choose below.</Trans>
      </p>
    </SheetPart>
  )
}

function Foot({ draft, busy, onSend }: { draft: Draft; busy: boolean; onSend: () => void }) {
  const { t } = useLingui()
  return (
    <div className={css.foot}>
      <span className={text.meta}>{isBlank(draft) ? '' : t`Draft kept on this device`}</span>
      <SendButton draft={draft} busy={busy} onSend={onSend} />
    </div>
  )
}

function VerdictPart({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useLingui()
  return (
    <SheetPart>
      <Order
        label={t`What do you say?`}
        choices={[
          { value: 'recommend', title: t`I recommend it` },
          { value: 'against', title: t`I advise against it` },
        ]}
        value={draft.verdict}
        onChoose={(verdict: Draft['verdict']) => onChange({ verdict })}
      />
      {draft.verdict === 'against' && (
        <p className={text.hint}>
          <Trans>Advice against something is not carried on: it stays with your own people.</Trans>
        </p>
      )}
    </SheetPart>
  )
}

/** A draft that does not fit the ask is left where it is. */
function forAsk(kept: Draft, { wish }: Ask): Draft {
  if (!isBlank(kept) && kept.kind === wish.kind) return kept
  const blank = blankDraft(newKey(), kept)
  return { ...blank, ...withKind(wish.kind), place: wish.place ?? '', placeId: wish.placeId ?? null }
}

const NOTHING_SAID = {
  why: '',
  forWhom: '',
  notForWhom: '',
  when: '',
  price: '',
  interest: null,
  partnersSought: false,
  occasion: '',
  hours: null,
  ends: '',
  candidate: null,
  hasPhoto: false,
} as const satisfies Partial<Draft>

function startOf(kept: Draft, subject: Subject | undefined): Draft {
  if (subject === undefined || kept.about === subject.id) return kept
  // Seconding begins a sheet of its own; the audience is the one chosen last.
  return aboutSubject({ ...kept, ...NOTHING_SAID }, subject)
}

function bodyOf(draft: Draft): MakeRecommendation | null {
  if (draft.kind === null) return null
  return {
    about: draft.about,
    subject: factsOf(draft, draft.kind),
    verdict: draft.verdict,
    interest: draft.interest,
    words: wordsOf(draft),
    audience: draft.audience,
    onward: onwardOf(draft),
    candidate: takesCandidate(draft) ? (draft.candidate ?? undefined) : undefined,
    language: spokenLanguage(),
  }
}

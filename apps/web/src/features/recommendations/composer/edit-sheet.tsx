import type { OwnRecommendation, ReadRecommendation } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { recommendationQuery } from '../../../lib/recommendation-query.ts'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useLost } from '../../../lib/use-lost.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/field.tsx'
import { GoneSheet, LostSheet } from '../../../ui/lost-sheet.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import text from '../../../ui/text.module.css'
import { AudiencePart } from './audience-part.tsx'
import css from './composer.module.css'
import { useChangeRecommendation } from './composer-queries.ts'
import { aboutSubject, blankDraft, type Draft, isNote, onwardOf, wordsOf } from './draft.ts'
import { InterestPart } from './interest-part.tsx'
import { Narrowing } from './narrowing.tsx'
import { PhotoField } from './photo-field.tsx'
import { sendsOnEnter, useComposer } from './use-composer.ts'
import { usePhoto } from './use-photo.ts'
import { WordFields } from './word-fields.tsx'

/** Changes words, audience or interest of a recommendation of mine. Subject and verdict stay. */
export function EditSheet({ of, onClose }: { of: string | undefined; onClose: () => void }) {
  const asked = useQuery(recommendationQuery(of ?? ''))
  const lost = useLost(asked)
  if (lost) return <LostSheet {...lost} onClose={onClose} />
  if (asked.data === undefined) return null
  const { own } = asked.data
  return own === null ? (
    <GoneSheet onClose={onClose} />
  ) : (
    <Editor post={asked.data} own={own} onClose={onClose} />
  )
}

function Editor({ post: { voice }, own, onClose }: EditorProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const save = useChangeRecommendation(voice.post)
  const { draft, errors, change, isComplete } = useComposer(() => draftOf({ voice, ...own }))
  const photo = usePhoto()
  const savePhoto = useMutation({ mutationFn: () => photo.save(voice.post), onSuccess: onClose })
  const send = () => {
    if (save.isPending || !isComplete()) return
    const { audience, interest } = draft
    save.mutate(
      {
        words: wordsOf(draft),
        audience,
        onward: onwardOf(draft),
        ...(interest !== null && interest !== voice.interest ? { interest } : {}),
      },
      { onSuccess: () => savePhoto.mutate() },
    )
  }
  return (
    <Sheet
      title={voice.subject.title}
      sub={t`Earlier words stay readable for those who see it.`}
      wide
      onClose={onClose}
      foot={
        <div className={css.foot}>
          <span className={text.meta}>
            {voice.candidate?.agreed === true ? (
              <Trans>Whom it recommends is asked again if you change what it says.</Trans>
            ) : (
              <Trans>Narrowing works at once, everywhere.</Trans>
            )}
          </span>
          <Button
            variant="primary"
            busy={save.isPending || savePhoto.isPending}
            busyLabel={t`Keeping`}
            onClick={send}
          >
            <Trans>Keep it so</Trans>
          </Button>
        </div>
      }
    >
      <div onKeyDown={sendsOnEnter(send)} onPaste={(event) => photo.take(event.clipboardData.files)}>
        <WordFields draft={draft} whyError={errors.why} onChange={change} />
        <PhotoField photo={photo} voice={voice} />
        <AudiencePart draft={draft} error={errors.audience} onChange={change} />
        <Narrowing post={voice.post} draft={draft} />
        {!isNote(draft) && (
          <InterestPart draft={draft} from={voice.interest ?? 'none'} errors={errors} onChange={change} />
        )}
        {save.error !== null && <Refusal>{words(save.error)}</Refusal>}
        {savePhoto.error !== null && <Refusal>{words(savePhoto.error)}</Refusal>}
      </div>
    </Sheet>
  )
}

interface EditorProps {
  post: ReadRecommendation
  own: NonNullable<ReadRecommendation['own']>
  onClose: () => void
}

function draftOf({ voice, audience: stands, onward }: OwnRecommendation): Draft {
  const { words } = voice
  // What is for a club that I am not in any more is for nobody but me.
  const audience: Draft['audience'] = stands.form === 'leftClub' ? { form: 'notebook' } : stands
  return {
    ...aboutSubject(blankDraft(voice.post, { audience, onward }), voice.subject),
    onward,
    verdict: voice.verdict,
    interest: voice.interest,
    why: words.why ?? '',
    forWhom: words.forWhom ?? '',
    notForWhom: words.notForWhom ?? '',
    basis: words.basis,
    when: words.when ?? '',
    price: words.price ?? '',
    link: words.link ?? '',
    contact: words.contact ?? '',
    interestWords: words.interestWords ?? '',
    partnersSought: words.partnersSought,
    occasion: words.occasion ?? '',
    hours: words.hours,
    ends: words.ends ?? '',
  }
}

import type { OwnAsk } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus, DoorClosed, DoorOpen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { useErrorWords, useRefusal } from '../../lib/use-error-words.ts'
import { Knob, Knobs } from '../../ui/knobs.tsx'
import { SureSheet } from '../../ui/sure-sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { dayAfter } from './ask-draft.ts'
import { useChangeAsk, useCloseAsk, useRemoveAsk, useReopenAsk } from './ask-queries.ts'

const LONGER_DAYS = 14

/** What one does with an ask of one’s own. */
export function AskVerbs({ ask, own, onGone }: OwnAsk & { onGone: () => void }) {
  const { t } = useLingui()
  const say = useSayRefusal()
  const close = useCloseAsk(ask.post)
  const reopen = useReopenAsk(ask.post)
  const change = useChangeAsk(ask.post)
  const [isAsked, setAsked] = useState(false)
  const isClosed = own.result !== null
  return (
    <Knobs>
      {!ask.isOver && (
        <Knob
          icon={DoorClosed}
          title={t`Close it without a result`}
          line={t`Nobody is asked any more. Whoever answered still sees it.`}
          busy={close.isPending}
          onPress={() =>
            close.mutate(
              { solved: false, through: null },
              {
                onSuccess: () =>
                  showToast({
                    text: t`Closed.`,
                    action: [{ label: t`Undo`, onPress: () => reopen.mutate(undefined, { onError: say }) }],
                  }),
                onError: say,
              },
            )
          }
        />
      )}
      {isClosed && (
        <Knob
          icon={DoorOpen}
          title={t`Open it again`}
          line={t`Until its last day, for the same people.`}
          busy={reopen.isPending}
          onPress={() => reopen.mutate(undefined, { onError: say })}
        />
      )}
      <Knob
        icon={CalendarPlus}
        title={t`Two more weeks`}
        line={t`From its last day, or from today if that is over.`}
        busy={change.isPending}
        onPress={() => change.mutate({ until: longer(own.until) }, { onError: say })}
      />
      <Knob
        icon={Trash2}
        title={t`Delete it`}
        line={t`It is gone for everybody, and so is what it was answered with, for you.`}
        onPress={() => setAsked(true)}
      />
      {isAsked && <DeleteAskSheet post={ask.post} onClose={() => setAsked(false)} onGone={onGone} />}
    </Knobs>
  )
}

function useSayRefusal() {
  const words = useErrorWords()
  return (error: unknown) => showToast({ text: words(error) })
}

function longer(until: string): string {
  const today = dayAfter(now(), 0)
  const from = until > today ? until : today
  const longest = dayAfter(now(), LIMITS.askDays)
  const wanted = dayAfter(new Date(`${from}T12:00:00Z`), LONGER_DAYS)
  return wanted < longest ? wanted : longest
}

interface DeleteAskSheetProps {
  post: string
  onClose: () => void
  onGone: () => void
}

function DeleteAskSheet({ post, onClose, onGone }: DeleteAskSheetProps) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const remove = useRemoveAsk()
  return (
    <SureSheet
      title={t`Delete this ask?`}
      verb={t`Delete it`}
      busy={remove.isPending}
      refusal={refusal(remove.error)}
      onClose={onClose}
      onSure={() => remove.mutate(post, { onSuccess: onGone })}
    >
      <Trans>It is gone for everybody at once, and cannot be brought back.</Trans>
    </SureSheet>
  )
}

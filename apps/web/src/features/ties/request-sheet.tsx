import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextField } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useRequestTie } from './tie-queries.ts'

/** Asks somebody for a tie by exact handle. There is no directory to look in. */
export function RequestSheet({ of, onClose }: { of: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const request = useRequestTie()
  const handle = t`Three to thirty small letters, digits or dashes, without spaces.`
  const form = useForm({
    initial: { handle: of ?? '' },
    check: (values) => ({ handle: values.handle.trim().length < 3 ? handle : undefined }),
    refused: { handle },
    onSend: (values) =>
      request.mutate(
        { handle: values.handle.trim().replace(/^@/, '').toLowerCase() },
        {
          onSuccess: ({ person }) => {
            onClose()
            showToast({ text: t`${person.name} can now say yes. You see the request until then.` })
          },
          onError: form.refuse,
        },
      ),
  })
  return (
    <Sheet title={t`Ask for a tie`} onClose={onClose}>
      <form className={layout.stack} {...form.form}>
        <p className={layout.part}>
          <Trans>
            You know somebody’s handle? They see your name and yours alone. If they decline, you are not told:
            the request looks open for thirty days.
          </Trans>
        </p>
        <TextField
          label={t`Handle`}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          data
          {...form.field('handle')}
        />
        {request.error !== null && <Refusal>{words(request.error)}</Refusal>}
        <Button variant="primary" wide type="submit" busy={request.isPending} busyLabel={t`Sending`}>
          <Trans>Send the request</Trans>
        </Button>
      </form>
    </Sheet>
  )
}

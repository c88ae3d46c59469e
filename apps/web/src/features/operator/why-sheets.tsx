import { LIMITS } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea, TextField } from '../../ui/field.tsx'
import { FieldSheet } from '../../ui/field-sheet.tsx'
import layout from '../../ui/layout.module.css'
import { Sheet, SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { useOpenCase, useSearch } from './operator-queries.ts'

interface WhyProps {
  id: string
  onClose: () => void
}

/** Opens what a case is about, with a reason that whoever wrote it is shown. */
export function OpenSheet({ id, onClose }: WhyProps) {
  const { t } = useLingui()
  const words = useErrorWords()
  const [isMissing, setMissing] = useState(false)
  const open = useOpenCase(id)
  return (
    <FieldSheet
      title={t`Open it with a reason`}
      sub={t`For an hour, this one thing and nothing beside it.`}
      initial=""
      field={(written) => (
        <TextArea
          {...written}
          label={t`Why do you open it?`}
          hint={<ShownAfterwards />}
          error={isMissing ? t`Please say in a few words why.` : undefined}
          maxLength={LIMITS.lookWhy}
        />
      )}
      send={{
        label: t`Open it`,
        busyLabel: t`One moment`,
        isBusy: open.isPending,
        onSend: (why) => {
          setMissing(why === null)
          if (why !== null) open.mutate(why, { onSuccess: onClose })
        },
      }}
      refusal={open.error && words(open.error)}
      onClose={onClose}
    />
  )
}

/** Looks for what somebody objects to; what is found opens with the same reason. */
export function SearchSheet({ id, onClose }: WhyProps) {
  const { t } = useLingui()
  const formId = useId()
  const words = useErrorWords()
  const search = useSearch(id)
  const form = useForm({
    initial: { words: '', why: '' },
    check: (values) => ({
      words: values.words.trim() === '' ? t`Please give a few words to look for.` : undefined,
      why: values.why.trim() === '' ? t`Please say in a few words why.` : undefined,
    }),
    refused: {},
    onSend: (values) => search.mutate(values),
  })
  return (
    <Sheet
      title={t`Look for it`}
      onClose={onClose}
      foot={
        <div className={layout.evenButtons}>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={search.isPending}
            busyLabel={t`Looking`}
          >
            {t`Look`}
          </Button>
        </div>
      }
    >
      <form id={formId} {...form.form}>
        <SheetPart>
          <TextField label={t`These very words`} maxLength={LIMITS.search} {...form.field('words')} />
        </SheetPart>
        <SheetPart>
          <TextArea
            label={t`Why do you look?`}
            hint={<ShownAfterwards />}
            maxLength={LIMITS.lookWhy}
            {...form.field('why')}
          />
        </SheetPart>
        {search.error !== null && <Refusal>{words(search.error)}</Refusal>}
        {search.data !== undefined && <Found count={search.data.found} />}
      </form>
    </Sheet>
  )
}

function ShownAfterwards(): ReactNode {
  return <Trans>It is written down, and shown to whoever wrote what you open.</Trans>
}

function Found({ count }: { count: number }) {
  return (
    <p className={text.lead} role="status">
      <Plural
        value={count}
        _0="Nothing has these words."
        one="# was found. It stands among the cases, open for an hour."
        other="# were found. They stand among the cases, open for an hour."
      />
    </p>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { FileDown } from 'lucide-react'
import { api } from '../../lib/api.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'

/** Everything of mine as one file, to keep or to go with. */
export function TakeAlong() {
  const { t } = useLingui()
  const words = useErrorWords()
  const taking = useMutation({ mutationFn: () => api.file('/export/archive'), onSuccess: save })
  return (
    <div className={layout.stack}>
      <p className={text.muted}>
        <Trans>
          One file with all that you wrote and keep here, and what others show you: a page to read, the same
          for programs, your photos. What others keep about you is theirs and not in it.
        </Trans>
      </p>
      <div>
        <Button busy={taking.isPending} busyLabel={t`Gathering`} onClick={() => taking.mutate()}>
          <Icon of={FileDown} />
          <Trans>Take all of it with you</Trans>
        </Button>
      </div>
      {taking.error !== null && <Refusal>{words(taking.error)}</Refusal>}
      {taking.isSuccess && (
        <p role="status" className={text.muted}>
          <Trans>The file kith.zip is among your downloads. Whoever has it can read all of it.</Trans>
        </p>
      )}
    </div>
  )
}

function save(archive: Blob): void {
  const address = URL.createObjectURL(archive)
  const link = document.createElement('a')
  link.href = address
  link.download = 'kith.zip'
  link.click()
  URL.revokeObjectURL(address)
}

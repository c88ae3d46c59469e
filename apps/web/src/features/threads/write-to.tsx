import type { TieView } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { showToast } from '../../ui/toast.tsx'
import { useOpenThread } from './thread-queries.ts'

/** Goes to the thread with a tie. */
export function WriteButton({ tie }: { tie: TieView }) {
  const { t } = useLingui()
  const { write, isPending } = useWrite(tie)
  return (
    <div className={layout.part}>
      <Button variant="primary" busy={isPending} busyLabel={t`One moment`} onClick={write}>
        <Icon of={PenLine} />
        {t({ message: 'Write', context: 'action' })}
      </Button>
    </div>
  )
}

/** The same, at the end of a row. */
export function WriteIcon({ tie }: { tie: TieView }) {
  const { t } = useLingui()
  const { write } = useWrite(tie)
  const name = firstName(tie.person.name)
  return (
    <IconButton label={t`Write to ${name}`} title={t`Write to ${name}`} onClick={write}>
      <Icon of={PenLine} />
    </IconButton>
  )
}

/** Goes there where one would rather write than do something else. */
export function WriteInstead({ tie }: { tie: TieView }) {
  const { t } = useLingui()
  const { write, isPending } = useWrite(tie)
  const name = firstName(tie.person.name)
  return (
    <Button wide busy={isPending} busyLabel={t`One moment`} onClick={write}>
      {t`Write to ${name} instead`}
    </Button>
  )
}

/** Goes there to ask something. */
export function AskButton({ tie }: { tie: Pick<TieView, 'id'> }) {
  const { t } = useLingui()
  const { write, isPending } = useWrite(tie)
  return (
    <Button busy={isPending} busyLabel={t`One moment`} onClick={write}>
      {t({ message: 'Ask', context: 'action' })}
    </Button>
  )
}

function useWrite({ id }: Pick<TieView, 'id'>) {
  const navigate = useNavigate()
  const words = useErrorWords()
  const open = useOpenThread()
  const write = () => {
    if (open.isPending) return
    open.mutate(id, {
      onSuccess: (opened) => void navigate({ to: '/threads/$id', params: { id: opened.id } }),
      onError: (error) => showToast({ text: words(error) }),
    })
  }
  return { write, isPending: open.isPending }
}

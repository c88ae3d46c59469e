import { LIMITS, PHOTO_TYPES, type ThreadId } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { ImagePlus, Trash2 } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { ERROR_WORDS } from '../../lib/error-words.ts'
import { pictureAmong, useObjectUrl } from '../../lib/pictures.ts'
import { useMe } from '../../lib/use-me.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal, TextArea } from '../../ui/field.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import css from './threads.module.css'
import { keepUnsent, unsentOf } from './unsent-store.ts'

/** Where one writes in a thread; the key `r` goes there. What is unfinished is kept on this device. */
export function MessageForm({ thread, onSend }: MessageFormProps) {
  const { t } = useLingui()
  const me = useMe()
  const form = useRef<HTMLFormElement>(null)
  const [written, setWritten] = useState(() => unsentOf(me, thread).text)
  const photo = useChosen()
  useShortcuts({ r: () => form.current?.querySelector('textarea')?.focus() })
  const write = (value: string) => {
    setWritten(value)
    keepUnsent(me, thread, { text: value })
  }
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (written.trim() === '' && photo.file === null) return
    onSend(written.trim(), photo.file)
    write('')
    photo.drop()
  }
  return (
    <form ref={form} className={css.form} onSubmit={send}>
      <TextArea
        label={t`Your message`}
        hint={<Trans>Only the two of you read it. Nobody is told whether you have read what is here.</Trans>}
        value={written}
        maxLength={LIMITS.message}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
        }}
      />
      <PhotoChoice photo={photo} />
      <div className={layout.row}>
        <Button type="submit">
          <Trans>Send</Trans>
        </Button>
        <span className={text.meta}>
          <Trans>Ctrl and Enter sends it</Trans>
        </span>
      </div>
    </form>
  )
}

interface MessageFormProps {
  thread: ThreadId
  onSend: (text: string, photo: File | null) => void
}

function useChosen() {
  const [file, setFile] = useState<File | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const address = useObjectUrl(file)
  return {
    file,
    address,
    isUnreadable,
    choose: (chosen: File) => {
      const picture = pictureAmong([chosen])
      setUnreadable(picture === undefined)
      setFile(picture ?? null)
    },
    drop: () => {
      setUnreadable(false)
      setFile(null)
    },
  }
}

function PhotoChoice({ photo }: { photo: ReturnType<typeof useChosen> }) {
  const { t } = useLingui()
  return (
    <div>
      {photo.address !== null && (
        <img className={css.preview} src={photo.address} alt={t`The photo you chose`} />
      )}
      <div className={layout.buttons}>
        <FileButton label={t`Photo`} accept={PHOTO_TYPES} variant="quiet" onChoose={photo.choose}>
          <Icon of={ImagePlus} />
          {photo.file === null ? <Trans>Add a photo</Trans> : <Trans>Another photo</Trans>}
        </FileButton>
        {photo.file !== null && (
          <Button variant="quiet" onClick={photo.drop}>
            <Icon of={Trash2} />
            <Trans>Without a photo</Trans>
          </Button>
        )}
      </div>
      {photo.isUnreadable && <Refusal>{t(ERROR_WORDS.photo_unreadable)}</Refusal>}
    </div>
  )
}

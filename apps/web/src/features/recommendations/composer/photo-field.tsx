import { LIMITS, PHOTO_TYPES, type Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { ImagePlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ERROR_WORDS } from '../../../lib/error-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal, TextField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { SheetPart } from '../../../ui/sheet.tsx'
import text from '../../../ui/text.module.css'
import css from '../photo.module.css'
import { PhotoView } from '../photo-view.tsx'
import type { ChosenPhoto } from './use-photo.ts'

/**
 * A photo: chosen, dropped here, or pasted anywhere in the sheet. `voice` is what has one already; `isLost` says that one
 * was chosen for this draft before.
 */
export function PhotoField({ photo, voice, isLost = false }: PhotoFieldProps) {
  const { t } = useLingui()
  const [isOver, setOver] = useState(false)
  const kept = voice !== undefined && voice.photo !== null && !photo.isRemoved
  const isThere = photo.address !== null || kept
  return (
    <SheetPart>
      <div
        className={css.field}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          photo.take(event.dataTransfer.files)
        }}
      >
        {photo.address !== null ? (
          <img className={css.preview} src={photo.address} alt={t`The photo you chose`} />
        ) : (
          kept && <PhotoView voice={voice} size="small" />
        )}
        <div className={layout.buttons}>
          <FileButton
            label={t`Photo`}
            accept={PHOTO_TYPES}
            variant="quiet"
            onChoose={(file) => photo.take([file])}
          >
            <Icon of={ImagePlus} />
            {isThere ? <Trans>Another photo</Trans> : <Trans>Add a photo</Trans>}
          </FileButton>
          {isThere && (
            <Button variant="quiet" onClick={photo.drop}>
              <Icon of={Trash2} />
              <Trans>Without a photo</Trans>
            </Button>
          )}
          {photo.isRemoved && voice !== undefined && voice.photo !== null && photo.address === null && (
            <Button variant="quiet" onClick={photo.restore}>
              <Trans>Undo</Trans>
            </Button>
          )}
        </div>
        {photo.isUnreadable && <Refusal>{t(ERROR_WORDS.photo_unreadable)}</Refusal>}
        {isLost && (
          <p className={text.hint} role="status">
            <Trans>Your photo was not kept with the draft. Please choose it again.</Trans>
          </p>
        )}
        {photo.address !== null && (
          <TextField
            label={t`What does it show?`}
            aside={t`optional`}
            hint={t`Read out to whoever does not see it.`}
            value={photo.words}
            maxLength={LIMITS.photoWords}
            onChange={(event) => photo.setWords(event.target.value)}
          />
        )}
        {!isThere && (
          <p className={text.hint}>
            <Trans>Place and camera are removed from it. Whoever may see the words sees the photo.</Trans>
          </p>
        )}
      </div>
    </SheetPart>
  )
}

interface PhotoFieldProps {
  photo: ChosenPhoto
  voice?: Voice
  isLost?: boolean
}

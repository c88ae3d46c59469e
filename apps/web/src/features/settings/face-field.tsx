import { PHOTO_TYPES } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { ImagePlus, Trash2 } from 'lucide-react'
import { faceOf } from '../../lib/face.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { useGoing } from '../../ui/going.ts'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { YouRing } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import { letTakeEffect } from '../../ui/undoable.ts'
import { useLater } from '../../ui/use-later.ts'
import { useRemoveFace, useSendFace } from './settings-queries.ts'

/** My photo: chosen, replaced, removed. */
export function FaceField() {
  const { t } = useLingui()
  const words = useErrorWords()
  const me = useMe()
  const send = useSendFace()
  const remove = useRemoveFace()
  const later = useLater(words)
  const going = useGoing()
  const isThere = me.photo !== null && !going.has(me.id)
  const removeLater = () =>
    later({ text: t`Your photo is removed.`, act: () => remove.mutateAsync(), hides: me.id })
  return (
    <>
      <div className={layout.row}>
        <YouRing name={me.name} face={isThere ? faceOf(me) : undefined} size={72} />
        <div className={layout.buttons}>
          <FileButton
            label={t`Your photo`}
            accept={PHOTO_TYPES}
            variant="quiet"
            busy={send.isPending}
            busyLabel={t`Sending`}
            // One that is being removed is removed before, or the new one would go in its place.
            onChoose={(file) => void letTakeEffect().then(() => send.mutate(file))}
          >
            <Icon of={ImagePlus} />
            {isThere ? <Trans>Another photo</Trans> : <Trans>Add a photo</Trans>}
          </FileButton>
          {isThere && (
            <Button variant="quiet" onClick={removeLater}>
              <Icon of={Trash2} />
              <Trans>Without a photo</Trans>
            </Button>
          )}
        </div>
      </div>
      {send.error !== null && <Refusal>{words(send.error)}</Refusal>}
      <p className={text.hint}>
        <Trans>
          Your ties see it, the members of your clubs, and further on whoever may read your name. Place and
          camera are removed from it.
        </Trans>
      </p>
    </>
  )
}

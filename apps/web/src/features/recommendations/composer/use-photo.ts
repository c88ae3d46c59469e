import type { ReadRecommendation } from '@kith/contract'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { pictureAmong, useObjectUrl } from '../../../lib/pictures.ts'
import { useOwnChanged } from '../recommendation-queries.ts'

/** The photo that is chosen for a recommendation, or that the one it has goes. It is sent after the words. */
export function usePhoto(onChoice: (isChosen: boolean) => void = () => undefined) {
  const [file, setFile] = useState<File | null>(null)
  const [words, setWords] = useState('')
  const [isRemoved, setRemoved] = useState(false)
  const [isUnreadable, setUnreadable] = useState(false)
  const address = useObjectUrl(file)
  const changed = useOwnChanged()
  return {
    address,
    words,
    isChosen: file !== null,
    isRemoved,
    /** Whether the last files held no picture of a kind that can be kept. */
    isUnreadable,
    setWords,
    /** Takes the first picture among the files; false where there is none. */
    take: (files: Iterable<File> | null | undefined): boolean => {
      const given = [...(files ?? [])]
      const picture = pictureAmong(given)
      setUnreadable(given.length > 0 && picture === undefined)
      if (picture !== undefined) {
        setFile(picture)
        onChoice(true)
      }
      return picture !== undefined
    },
    drop: () => {
      setFile(null)
      setRemoved(true)
      onChoice(false)
    },
    restore: () => setRemoved(false),
    /** Sends what was chosen; does nothing where nothing was. */
    save: async (post: string, signal?: AbortSignal): Promise<void> => {
      const path = `/recommendations/${post}/photo`
      if (file !== null) {
        const form = new FormData()
        form.set('words', words.trim())
        form.set('photo', file)
        await api.upload<ReadRecommendation>(path, form, signal)
      } else if (isRemoved) await api.delete(path)
      else return
      changed()
    },
  }
}

export type ChosenPhoto = ReturnType<typeof usePhoto>

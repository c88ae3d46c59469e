import { PHOTO_TYPES } from '@kith/contract'
import { useEffect, useState } from 'react'

const TYPES: readonly string[] = PHOTO_TYPES

/** The first of these files that is a picture of a kind that can be kept. */
export function pictureAmong(files: readonly File[]): File | undefined {
  return files.find(({ type }) => TYPES.includes(type))
}

/** An address under which this tab shows a file; null as long as there is none. */
export function useObjectUrl(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (file === null) {
      setAddress(null)
      return undefined
    }
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

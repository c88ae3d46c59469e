import type { PhotoSize, Voice } from '@kith/contract'
import css from './photo.module.css'

/** The photo of a recommendation; its room is kept before it is there. Nothing where there is none. */
export function PhotoView({ voice: { post, photo }, size }: { voice: Voice; size: PhotoSize }) {
  if (photo === null) return null
  const { words, width, height, version } = photo
  return (
    <img
      className={css[size]}
      src={`/api/recommendations/${post}/photo?size=${size}&version=${version}`}
      alt={words ?? ''}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  )
}

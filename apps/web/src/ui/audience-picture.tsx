import css from './audience-picture.module.css'

const MOST_DOTS = 60

/** Ring 1 as full dots, ring 2 as hollow ones; more than sixty are drawn as sixty. The words beside it count. */
export function AudiencePicture({ ring1, about, label }: AudiencePictureProps) {
  return (
    <svg className={css.picture} viewBox="0 0 200 200" role="img" aria-label={label}>
      <circle className={css.orbit} cx="100" cy="100" r="54" />
      <circle className={css.orbit} cx="100" cy="100" r="86" />
      {placesOn(54, ring1).map((place) => (
        <circle key={place.key} className={css.full} cx={place.x} cy={place.y} r={ring1 > 30 ? 2.6 : 5} />
      ))}
      {placesOn(86, about ?? 0).map((place) => (
        <circle key={place.key} className={css.hollow} cx={place.x} cy={place.y} r="3.1" />
      ))}
      <circle cx="100" cy="100" r="13" fill="var(--lamp)" stroke="var(--ink)" strokeWidth="3" />
    </svg>
  )
}

interface AudiencePictureProps {
  ring1: number
  about: number | null
  label: string
}

function placesOn(radius: number, count: number) {
  const dots = Math.min(count, MOST_DOTS)
  return Array.from({ length: dots }, (_, index) => {
    const angle = (index / dots) * 2 * Math.PI - Math.PI / 2
    return { key: index, x: 100 + radius * Math.cos(angle), y: 100 + radius * Math.sin(angle) }
  })
}

import type { ShownTie } from '@kith/contract'
import { Link } from '@tanstack/react-router'
import text from '../../ui/text.module.css'

/** Somebody's name, at the head of his row. */
export function PersonLink({ person, as: Heading }: { person: ShownTie; as: 'h2' | 'h3' }) {
  return (
    <Heading className={text.name}>
      <Link to="/people/$handle" params={{ handle: person.handle }}>
        {person.name}
      </Link>
    </Heading>
  )
}

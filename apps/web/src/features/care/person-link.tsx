import type { ShownTie } from '@kith/contract'
import { Link } from '@tanstack/react-router'
import text from '../../ui/text.module.css'

/** Somebody's name, at the head of his row. */
export function PersonLink({ person }: { person: ShownTie }) {
  return (
    <h2 className={text.name}>
      <Link to="/people/$handle" params={{ handle: person.handle }}>
        {person.name}
      </Link>
    </h2>
  )
}

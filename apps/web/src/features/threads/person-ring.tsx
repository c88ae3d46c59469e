import type { ShownPerson } from '@kith/contract'
import { faceOf } from '../../lib/face.ts'
import { HollowRing, NamedRing, Ring, YouRing } from '../../ui/ring.tsx'

/** Somebody in a thread, as I sorted them if they are a tie. */
export function PersonRing({ person, size = 44 }: { person: ShownPerson; size?: number }) {
  switch (person.shown) {
    case 'self':
      return <YouRing name={person.name} face={faceOf(person)} size={size} />
    case 'tie':
      return <Ring pattern={person.ring} name={person.name} face={faceOf(person)} size={size} />
    case 'named':
      return <NamedRing name={person.name} size={size} />
    case 'via':
    case 'somebody':
      return <HollowRing size={size} />
  }
}

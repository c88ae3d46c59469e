import type { OwedTie } from '@kith/contract'
import { faceOf } from '../../lib/face.ts'
import { Ring } from '../../ui/ring.tsx'
import css from './care.module.css'
import { PersonLink } from './person-link.tsx'
import { ReasonList } from './reason-list.tsx'

/** Who waits for something of mine, each with what it is. */
export function OwedList({ owed }: { owed: readonly OwedTie[] }) {
  return (
    <ul className={css.owed}>
      {owed.map(({ tie, person, reasons }) => (
        <li key={tie} className={css.row}>
          <Ring pattern={person.ring} name={person.name} face={faceOf(person)} size={44} />
          <div className={css.words}>
            <PersonLink person={person} />
            <ReasonList reasons={reasons} person={person} ask={null} />
          </div>
        </li>
      ))}
    </ul>
  )
}

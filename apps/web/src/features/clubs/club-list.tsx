import type { Club } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import rows from '../../ui/link-rows.module.css'
import { Marked } from '../../ui/marked.tsx'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'

/** The clubs that I am in. */
export function ClubList({ clubs }: { clubs: readonly Club[] }) {
  const { t } = useLingui()
  if (clubs.length === 0) {
    return (
      <EmptyState title={t`No club yet`}>
        <Trans>
          A choir, a fire brigade, a football club: found one, or come in by a member’s invitation or by the
          code that its host reads out.
        </Trans>
      </EmptyState>
    )
  }
  return (
    <ul className={rows.rows}>
      {clubs.map((club) => (
        <li key={club.id}>
          <Link to="/clubs/$id" params={{ id: club.id }} className={rows.row}>
            <Ring pattern="club" name={club.name} />
            <span className={rows.words}>
              <span className={`${text.name} ${rows.name}`}>
                <Marked>{club.name}</Marked>
              </span>
              <span className={text.meta}>
                <Plural value={club.count} one="# member" other="# members" />
                {club.paused && ` · ${t`paused by you`}`}
              </span>
            </span>
            <Icon of={ChevronRight} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

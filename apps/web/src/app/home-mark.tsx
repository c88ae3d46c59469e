import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Mark } from '../ui/mark.tsx'

/** The mark, which leads home. */
export function HomeMark({ large = false }: { large?: boolean }) {
  const { t } = useLingui()
  return (
    <Link to="/">
      <Mark large={large} spoken={t`kith, home`} />
    </Link>
  )
}

import { Plural, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { useUnseen } from './notification-queries.ts'
import css from './notifications.module.css'

/** The way to what there is to tell me; a lamp on it where something is new. */
export function Bell() {
  const { t } = useLingui()
  const unseen = useUnseen()
  return (
    <Link to="/notifications" className={css.bell} title={t`Notifications`}>
      <Icon of={BellIcon} large />
      {unseen > 0 && <i className={css.lamp} />}
      <span className={text.vh}>
        {unseen > 0 ? (
          <Plural value={unseen} one="Notifications, # new" other="Notifications, # new" />
        ) : (
          t`Notifications`
        )}
      </span>
    </Link>
  )
}

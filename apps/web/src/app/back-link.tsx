import { useLingui } from '@lingui/react/macro'
import { Link, useRouter } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import css from '../ui/back-link.module.css'
import { Icon } from '../ui/icon.tsx'

/** Back to where one came from, at the place where one was; to the feed where the address itself led here. */
export function BackLink() {
  const { t } = useLingui()
  const { history } = useRouter()
  return (
    <Link
      to="/"
      className={css.back}
      onClick={(event) => {
        if (!history.canGoBack()) return
        event.preventDefault()
        history.back()
      }}
    >
      <Icon of={ArrowLeft} />
      {t`Back`}
    </Link>
  )
}

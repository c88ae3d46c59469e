import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from './button.tsx'
import { Refusal } from './field.tsx'
import layout from './layout.module.css'

/** The way to the next page below a list, and in `words` why it did not come; nothing where the list is at its end. */
export function ShowMore({ of: pages, words, quiet = false }: ShowMoreProps) {
  const { t } = useLingui()
  if (!pages.hasNextPage) return null
  return (
    <div className={layout.part}>
      {words !== undefined && pages.isFetchNextPageError && <Refusal>{words(pages.error)}</Refusal>}
      <Button
        variant={quiet ? 'quiet' : 'second'}
        busy={pages.isFetchingNextPage}
        busyLabel={t`Loading`}
        onClick={() => void pages.fetchNextPage()}
      >
        <Trans>Show more</Trans>
      </Button>
    </div>
  )
}

/** As much as is needed of a list that is fetched page by page. */
interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: unknown
  fetchNextPage: () => Promise<unknown>
}

interface ShowMoreProps {
  of: Pages
  /** Left out where the list says by itself what failed. */
  words?: (error: unknown) => string
  quiet?: boolean
}

import { Trans, useLingui } from '@lingui/react/macro'
import { type Filters, isFiltered, UNFILTERED } from '../../lib/filters.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Nothing reaches me that has these words: what was looked for, and how to look wider. */
export function NothingFound({ q, filters, onFilter }: NothingFoundProps) {
  const { t } = useLingui()
  const isNarrow = isFiltered(filters)
  return (
    <EmptyState
      title={t`Nothing about “${q}”`}
      actions={
        isNarrow && (
          <Button variant="primary" onClick={() => onFilter(UNFILTERED)}>
            <Trans>Search without filters</Trans>
          </Button>
        )
      }
    >
      {isNarrow ? (
        <Trans>Everything that reaches you was looked through, as far as the filters above let it.</Trans>
      ) : (
        <Trans>
          Everything that reaches you was looked through, whatever its age. Fewer words, or the beginning of
          one, find more.
        </Trans>
      )}
    </EmptyState>
  )
}

interface NothingFoundProps {
  q: string
  filters: Filters
  onFilter: (filters: Filters) => void
}

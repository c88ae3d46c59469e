import { Trans, useLingui } from '@lingui/react/macro'
import { type Filters, isFiltered, UNFILTERED } from '../../lib/filters.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Nothing reaches me that has these words: what was looked for, how to look wider, and how to ask for it. */
export function NothingFound({ q, filters, onFilter, onAsk }: NothingFoundProps) {
  const { t } = useLingui()
  const isNarrow = isFiltered(filters)
  return (
    <EmptyState
      title={t`Nothing about “${q}”`}
      actions={
        <>
          {isNarrow && (
            <Button variant="primary" onClick={() => onFilter(UNFILTERED)}>
              <Trans>Search without filters</Trans>
            </Button>
          )}
          <Button variant={isNarrow ? 'second' : 'primary'} onClick={onAsk}>
            <Trans>Ask your people</Trans>
          </Button>
        </>
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
  /** Somebody may know what nobody has said yet. */
  onAsk: () => void
}

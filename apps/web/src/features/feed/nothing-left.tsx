import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The filters let nothing through: says so, and offers to take them away. */
export function NothingLeft({ onClear }: { onClear: () => void }) {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`Nothing fits these filters`}
      actions={
        <Button variant="primary" onClick={onClear}>
          <Trans>Clear all filters</Trans>
        </Button>
      }
    >
      <Trans>
        Of what reaches you nothing is left with the filters above. Each has a cross that takes it away.
      </Trans>
    </EmptyState>
  )
}

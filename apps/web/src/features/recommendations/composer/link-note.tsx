import { Trans, useLingui } from '@lingui/react/macro'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import text from '../../../ui/text.module.css'
import type { LinkPaste } from './use-link-paste.ts'

/** What became of a link that was pasted: in the sheet itself, where "undo" can be reached. */
export function LinkNote({ paste: { isReading, error, filled } }: { paste: LinkPaste }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const site = filled?.site ?? null
  return (
    <div className={text.hint} role="status">
      {isReading && <Trans>Reading the page …</Trans>}
      {error !== null && words(error)}
      {filled !== null && (
        <>
          {site === null ? t`Filled in from the page.` : t`Filled in from ${site}.`}{' '}
          <button type="button" className={text.tapLink} onClick={filled.undo}>
            <Trans>Undo</Trans>
          </button>
        </>
      )}
    </div>
  )
}

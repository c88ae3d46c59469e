import type { PostId } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useNameList } from '../../../lib/words/name-list.ts'
import text from '../../../ui/text.module.css'
import { whoCanSeeQuery } from '../recommendation-queries.ts'
import { usePreview } from './audience-part.tsx'
import type { Draft } from './draft.ts'

const NAMED = 6

/** Who of my people would see a post of mine no longer, and that they may have read it until now. */
export function Narrowing({ post, draft }: { post: PostId; draft: Draft }) {
  const nameList = useNameList()
  const { data: before } = useQuery(whoCanSeeQuery(post))
  const { data: after } = usePreview(draft, post)
  if (before === undefined || after === undefined) return null
  const staying: ReadonlySet<string> = new Set(after.ring1.map(({ id }) => id))
  const gone = before.ring1.filter(({ id }) => !staying.has(id)).map(({ name }) => name)
  if (gone.length === 0) return null
  const names = nameList(gone.slice(0, NAMED), Math.max(0, gone.length - NAMED))
  return (
    <p className={text.hint} role="status">
      <Trans>No longer for: {names}. They may have read it until now.</Trans>
    </p>
  )
}

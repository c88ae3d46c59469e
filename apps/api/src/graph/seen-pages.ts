import { LIMITS } from '@kith/contract'
import { z } from 'zod'
import type { Seal } from '../changes/sealed-value.ts'
import { AppError } from '../http/refusals.ts'
import { gatherSeen, type Seen, type SeenDeps } from './seen-posts.ts'

const CursorContent = z.object({ viewer: z.int(), before: z.int() })

export interface SeenList<Row> {
  /** What its cursors are sealed for. */
  readonly purpose: string
  readonly cursor: string | undefined
  /** Rows with a number below `before`, the highest first; all of them when it is null. */
  readonly select: (before: number | null, limit: number) => Promise<readonly Row[]>
}

/**
 * A page of somebody's own list of posts, newest first, as far as he may see them now. A cursor comes only where there is
 * more for him to see.
 */
export async function readSeenPage<Row extends { readonly post: number; readonly no: number }>(
  deps: SeenDeps & { readonly seal: Seal },
  viewer: number,
  { purpose, cursor, select }: SeenList<Row>,
): Promise<{ readonly entries: readonly Seen<Row>[]; readonly cursor: string | null }> {
  const start = cursor === undefined ? null : openCursor(deps.seal, { purpose, cursor, viewer })
  const found = await gatherSeen<Row>(deps, viewer, {
    next: (after, limit) => select(after?.no ?? start, limit),
    wanted: LIMITS.page + 1,
  })
  const entries = found.slice(0, LIMITS.page)
  const last = found.length > LIMITS.page ? entries.at(-1) : undefined
  if (last === undefined) return { entries, cursor: null }
  return { entries, cursor: deps.seal.seal(purpose, JSON.stringify({ viewer, before: last.row.no })) }
}

function openCursor(
  seal: Seal,
  { purpose, cursor, viewer }: { purpose: string; cursor: string; viewer: number },
): number {
  const plain = seal.open(purpose, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.viewer !== viewer) throw new AppError('cursor_invalid')
  return content.before
}

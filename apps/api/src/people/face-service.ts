import type { FaceQuery, Me } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { SQUARE } from '../photos/photo-picture.ts'
import type { PictureMaker } from '../photos/picture-maker.ts'
import { deleteFace, findFaced, readFace, saveFace } from './face-store.ts'
import { readMe } from './people-store.ts'

/** The photos of people. */
export interface FaceService {
  /** For whoever may see that person by name along ties, or in a club. */
  read(viewer: Viewer, handle: string, query: FaceQuery): Promise<Buffer>
  /** Takes the place of the one before. */
  put(viewer: Viewer, receive: () => Promise<Buffer>): Promise<Written<Me>>
  remove(viewer: Viewer): Promise<Written<undefined>>
  /** Whose face it is that the viewer may have; undefined where he may not, or it is his own. */
  find(viewer: Viewer, handle: string): Promise<{ no: number; id: string } | undefined>
}

export interface FaceDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly makePicture: PictureMaker
  readonly ids: NewIds
  readonly now: () => Date
}

export function createFaces({ sql, changes, rates, makePicture, ids, now }: FaceDeps): FaceService {
  return {
    read: async (viewer, handle, query) => orNotFound(await readFace(sql, viewer.no, handle, query)),
    put: async (viewer, receive) => {
      await rates.count('photoPerPerson', viewer.id)
      const { small, large } = await makePicture(await receive(), SQUARE)
      return changes.write(async (tx, changed) => {
        await saveFace(tx, { person: viewer.no, small, large, madeAt: now() }, ids.undated())
        changed({ kind: 'person', a: viewer.no })
        return orNotFound(await readMe(tx, viewer.no))
      })
    },
    remove: (viewer) =>
      changes.write(async (tx, changed) => {
        if (!(await removeFace(tx, changed, viewer.no))) throw notFound()
        return undefined
      }),
    find: ({ no }, handle) => findFaced(sql, no, handle),
  }
}

/** Removes somebody's photo; false where there is none. */
export async function removeFace(
  tx: Db,
  changed: (...changes: Change[]) => void,
  no: number,
): Promise<boolean> {
  if (!(await deleteFace(tx, no))) return false
  changed({ kind: 'person', a: no })
  return true
}

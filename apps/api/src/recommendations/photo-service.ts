import type { PhotoSize, ReadRecommendation } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import type { SentPhoto } from '../photos/photo-receiving.ts'
import type { PictureMaker } from '../photos/picture-maker.ts'
import { type AskDeps, askAboutPhoto } from './candidacy-asking.ts'
import { deletePhoto, readPhoto, savePhoto } from './photo-store.ts'
import type { RecommendationReading } from './recommendation-reading.ts'
import { lockOwn } from './recommendation-store.ts'

export interface PhotoService {
  /** For whoever may see the recommendation. */
  read(viewer: Viewer, id: string, size: PhotoSize): Promise<Buffer>
  /**
   * Gives the author's own recommendation a photo, in the place of the one before; the same again changes nothing that
   * can be seen. `receive` is called only when the recommendation is the viewer's own.
   */
  put(viewer: Viewer, id: string, receive: () => Promise<SentPhoto>): Promise<Written<ReadRecommendation>>
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
}

export interface PhotoDeps extends AskDeps {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly voices: VoiceReader
  readonly reading: RecommendationReading
  readonly rates: RateLimits
  readonly makePicture: PictureMaker
  readonly ids: NewIds
  readonly now: () => Date
}

export function createPhotos(deps: PhotoDeps): PhotoService {
  const { db, sql, changes, voices, reading, rates, makePicture, ids, now } = deps
  return {
    read: async (viewer, id, size) => {
      const { proposal } = orNotFound(await voices.readOne(viewer.no, id))
      return orNotFound(await readPhoto(sql, proposal, size, now()))
    },
    put: async (viewer, id, receive) => {
      orNotFound(await lockOwn(db, viewer.no, id))
      await rates.count('photoPerPerson', viewer.id)
      const { bytes, words } = await receive()
      const picture = await makePicture(bytes)
      const { position } = await changes.write(async (tx, changed) => {
        const { post } = orNotFound(await lockOwn(tx, viewer.no, id))
        const at = now()
        await savePhoto(tx, { post: post.no, version: ids.undated(), words, ...picture, madeAt: at })
        await askAboutPhoto(tx, changed, deps, { post: post.no, author: viewer.no, at })
        changed({ kind: 'post', a: post.no })
      })
      return { value: await reading.read(viewer, id), position }
    },
    remove: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { post } = orNotFound(await lockOwn(tx, viewer.no, id))
        if (!(await deletePhoto(tx, post.no))) throw notFound()
        await askAboutPhoto(tx, changed, deps, { post: post.no, author: viewer.no, at: now() })
        changed({ kind: 'post', a: post.no })
        return undefined
      }),
  }
}

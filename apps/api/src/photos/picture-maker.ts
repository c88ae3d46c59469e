import { createQueue } from '../graph/work-queue.ts'
import { makePicture, type Picture, type PictureShape, WHOLE } from './photo-picture.ts'

/** Makes the picture that is kept of a photo; refuses what is none (`photo_unreadable`, `photo_too_large`). */
export type PictureMaker = (sent: Buffer, shape?: PictureShape) => Promise<Picture>

/** One at a time, whatever they are for: a picture that is unpacked takes some hundred megabytes. */
export function createPictureMaker(): PictureMaker {
  const inTurn = createQueue()
  return (sent, shape = WHOLE) => inTurn(() => makePicture(sent, shape))
}

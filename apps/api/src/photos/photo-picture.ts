import { LIMITS } from '@kith/contract'
import sharp, { type Sharp } from 'sharp'
import { AppError } from '../http/refusals.ts'

/** A picture as it is kept: WebP in sRGB, upright, without anything that the camera wrote beside it. */
export interface Picture {
  readonly small: Buffer
  readonly large: Buffer
  /** Of the large one, in pixels. */
  readonly width: number
  readonly height: number
}

/** How large the two sizes are, in pixels of the long side, and whether the middle of what is in it is cut out square. */
export interface PictureShape {
  readonly small: number
  readonly large: number
  readonly square: boolean
}

/** Of what somebody shows. */
export const WHOLE: PictureShape = { small: 640, large: 1_600, square: false }
/** Of somebody’s face: as large as a ring is drawn, and as a page could show it. */
export const SQUARE: PictureShape = { small: 224, large: 640, square: true }

const MOST_BYTES = 400_000
const QUALITIES = [80, 65, 50, 35]
// What a picture that is too large at every quality shrinks by.
const SHRINK = 0.75
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif'])

// The library reads some thirty formats; what no camera writes is not given to its parsers.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
})

/**
 * Makes both sizes of a picture that somebody sent. Refuses what is no picture (`photo_unreadable`) and what has too many
 * pixels (`photo_too_large`), before any of them is unpacked.
 */
export async function makePicture(sent: Buffer, shape: PictureShape): Promise<Picture> {
  const { width, height, format } = await readable(() => sharp(sent).metadata())
  if (!FORMATS.has(format)) throw new AppError('photo_unreadable')
  if (width * height > LIMITS.photoPixels) throw new AppError('photo_too_large')
  const side = shape.square ? Math.min(shape.large, width, height) : shape.large
  const pixels = await readable(() => unpack(sent, side, shape.square))
  const large = await shrink(pixels, shape.large)
  const small = await shrink(pixels, shape.small)
  return { small: small.data, large: large.data, width: large.info.width, height: large.info.height }
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw new AppError('photo_unreadable', { cause })
  }
}

// Nothing of the metadata is kept: the library drops it, and turns the colours into sRGB, unless told otherwise.
function unpack(sent: Buffer, side: number, square: boolean) {
  const upright = sharp(sent, { failOn: 'error' }).autoOrient()
  return (square ? upright.resize(side, side, { fit: 'cover' }) : within(upright, side))
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
}

async function shrink(pixels: Awaited<ReturnType<typeof unpack>>, side: number): ReturnType<typeof encode> {
  const { data, info } = pixels
  const sized = within(sharp(data, { raw: info }), side)
  for (const quality of QUALITIES) {
    const encoded = await encode(sized, quality)
    if (encoded.data.length <= MOST_BYTES) return encoded
  }
  return shrink(pixels, Math.floor(side * SHRINK))
}

function within(picture: Sharp, side: number): Sharp {
  return picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
}

function encode(picture: Sharp, quality: number) {
  return picture.clone().webp({ quality }).toBuffer({ resolveWithObject: true })
}

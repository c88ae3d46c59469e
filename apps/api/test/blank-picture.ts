import sharp from 'sharp'

/** A small picture as a camera would send it. */
export function blankPicture(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
}

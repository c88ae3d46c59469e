import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { line } from './text.ts'

/** A long side of 640 pixels for cards, or of 1600 for pages; smaller where the picture is. */
export const PhotoSize = z.enum(['small', 'large'])
export type PhotoSize = z.infer<typeof PhotoSize>

/** Which photo of a person is asked for: the version stands beside his name, for those who may have it. */
export const FaceQuery = z.strictObject({ size: PhotoSize, version: z.uuid() })
export type FaceQuery = z.infer<typeof FaceQuery>

/** What the photo shows, in words, for whoever does not see it. */
export const PhotoWords = line(LIMITS.photoWords).nullable()
export type PhotoWords = z.infer<typeof PhotoWords>

/** The photo of a recommendation; its bytes are asked for apart, by whoever may see the recommendation. */
export const Photo = z.object({
  /** Another one whenever the photo is replaced: part of the address, so that an old picture is never shown for a new one. */
  version: z.uuid(),
  words: PhotoWords,
  /** Of the large one, in pixels, so that room is kept for it. */
  width: z.int(),
  height: z.int(),
})
export type Photo = z.infer<typeof Photo>

import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { SubjectKind } from './recommendations.ts'

export const PreviewLink = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(LIMITS.pastedLink),
})
export type PreviewLink = z.infer<typeof PreviewLink>

/** What a page says about itself; null is what it does not say. Nothing of it is kept. */
export const LinkPreview = z.object({
  /** The link without what was added to follow people. */
  link: z.url(),
  site: z.string().nullable(),
  title: z.string().nullable(),
  description: z.string().nullable(),
  kind: SubjectKind.nullable(),
  place: z.string().nullable(),
  creator: z.string().nullable(),
  year: z.int().min(1000).max(2100).nullable(),
})
export type LinkPreview = z.infer<typeof LinkPreview>

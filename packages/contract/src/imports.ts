import { z } from 'zod'
import { PostId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { Language } from './people.ts'
import { Basis, SubjectFacts, Words } from './recommendations.ts'

/** Where something was kept before it came into the notebook. */
export const ImportSource = z.enum(['letterboxd', 'goodreads'])
export type ImportSource = z.infer<typeof ImportSource>

// What the source calls a thing; the same name is the same note, however often a file is brought.
const ImportKey = z.string().min(1).max(LIMITS.importKey)

const ImportedSubject = SubjectFacts.pick({ title: true, creator: true, year: true }).extend({
  kind: z.enum(['film', 'book']),
})

/** One thing of a file, as it is to stand in the notebook. */
export const ImportedThing = z.strictObject({
  key: ImportKey,
  subject: ImportedSubject,
  /** Whether I know it myself, or only want to. */
  basis: Basis,
  /** My own words on it. */
  why: Words.shape.why,
  when: Words.shape.when,
})
export type ImportedThing = z.infer<typeof ImportedThing>

/** What of a file is there already; nothing is written. */
export const LookAtImport = z.strictObject({
  source: ImportSource,
  things: z
    .array(z.strictObject({ key: ImportKey, subject: ImportedSubject }))
    .min(1)
    .max(LIMITS.importLook),
})
export type LookAtImport = z.infer<typeof LookAtImport>

/** What was brought before, by its keys, and what I have written something about that is called the same. */
export const LookedAtImport = z.object({
  known: z.array(z.string()),
  alike: z.array(z.object({ key: z.string(), post: PostId, title: z.string() })),
})
export type LookedAtImport = z.infer<typeof LookedAtImport>

/** A part of a file, whole or not at all. What was brought before stays as it is. */
export const BringImport = z.strictObject({
  source: ImportSource,
  language: Language,
  things: z.array(ImportedThing).min(1).max(LIMITS.importBatch),
})
export type BringImport = z.infer<typeof BringImport>

export const BroughtImport = z.object({ made: z.int(), known: z.int() })
export type BroughtImport = z.infer<typeof BroughtImport>

/** What I have brought: notes that are mine still, by where they were kept. */
export const Imports = z.object({
  imports: z.array(z.object({ source: ImportSource, notes: z.int(), last: z.iso.datetime() })),
})
export type Imports = z.infer<typeof Imports>

/** A part of taking an import back; `left` says how many notes may still go. */
export const TakenBackImport = z.object({ removed: z.int(), left: z.int() })
export type TakenBackImport = z.infer<typeof TakenBackImport>

import { z } from 'zod'

// Control characters, except the line feed, and invisible direction marks that could turn a name around.
const CONTROL = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

/** One line of a person's words: trimmed, well-formed Unicode without control characters, 1 to `max` UTF-16 units. */
export function line(max: number) {
  return prose(max).refine((value) => !value.includes('\n'), { error: 'one line only' })
}

/** A person's words over several lines: trimmed, well-formed Unicode without control characters, 1 to `max` UTF-16 units. */
export function prose(max: number) {
  return z
    .string()
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((value) => value.isWellFormed() && !CONTROL.test(value), {
          error: 'contains characters that cannot be shown',
        }),
    )
}

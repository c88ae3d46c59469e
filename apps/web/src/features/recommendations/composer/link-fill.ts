import { LIMITS, type LinkPreview } from '@kith/contract'
import type { Draft } from './draft.ts'

/** The link that a pasted text is; undefined where it is anything else. */
export function linkIn(pasted: string): string | undefined {
  const text = pasted.trim()
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined
}

/** What the page adds to a draft: to fields that are empty, and to none of what is known of a subject already. */
export function fillFrom(draft: Draft, preview: LinkPreview): Partial<Draft> {
  const { link, title, kind, place, creator, year } = preview
  const says: Partial<Draft> = {
    ...(link.length <= LIMITS.link ? { link } : {}),
    ...(draft.about === null
      ? {
          title: title ?? '',
          kind,
          place: place ?? '',
          creator: creator ?? '',
          year: year === null ? '' : String(year),
        }
      : {}),
  }
  return pick(says, (key) => isEmpty(draft[key]) && !isEmpty(says[key]))
}

/** How the draft was before it was filled, but for what has been changed since. */
export function emptied(before: Draft, now: Draft, filled: Partial<Draft>): Partial<Draft> {
  return pick(before, (key) => key in filled && now[key] === filled[key])
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

const FIELDS = ['link', 'title', 'kind', 'place', 'creator', 'year'] as const
type Field = (typeof FIELDS)[number]

function pick(from: Partial<Draft>, wanted: (key: Field) => boolean): Partial<Draft> {
  return Object.fromEntries(FIELDS.filter(wanted).map((key) => [key, from[key]]))
}

import { LIMITS, type LinkPreview } from '@kith/contract'
import type { FetchedPage } from './page-fetch.ts'
import { creatorOf, findThing, kindOfOpenGraph, placeOf, type Thing, textOf, yearOf } from './page-things.ts'
import { type PageWords, readPageWords } from './page-words.ts'

/** What a page says about itself, in the lengths that a recommendation has room for. */
export function previewOf(link: string, { url, html }: FetchedPage): LinkPreview {
  const words = readPageWords(html)
  const thing = findThing(words.data)
  const kind = thing?.kind ?? kindOfOpenGraph(words.meta.get('og:type')) ?? null
  return {
    link,
    site: fit(words.meta.get('og:site_name'), LIMITS.title) ?? url.hostname.replace(/^www\./, ''),
    title: fit(titleOf(words, thing), LIMITS.title),
    description: fit(descriptionOf(words, thing), LIMITS.why),
    kind,
    place: fit(thing && placeOf(thing), LIMITS.place),
    creator: fit(thing && creatorOf(thing), LIMITS.creator),
    year: (kind === 'film' || kind === 'book' ? thing && yearOf(thing) : undefined) ?? null,
  }
}

function titleOf({ meta, title }: PageWords, thing: Thing | undefined): string | undefined {
  return (
    (thing && textOf(thing, 'name', 'title')) ?? meta.get('og:title') ?? meta.get('twitter:title') ?? title
  )
}

function descriptionOf({ meta }: PageWords, thing: Thing | undefined): string | undefined {
  return meta.get('og:description') ?? meta.get('description') ?? (thing && textOf(thing, 'description'))
}

/** One line without characters that cannot be shown, cut at a word where it is too long; null where nothing is left. */
function fit(text: string | undefined, most: number): string | null {
  const line = (text ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (line === '') return null
  if (line.length <= most) return line
  return line
    .slice(0, most)
    .replace(/\s+\S*$/, '')
    .toWellFormed()
}

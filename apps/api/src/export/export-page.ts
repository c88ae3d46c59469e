import type { Export, Language, Voice } from '@kith/contract'
import { type Content, escaped, type Html, h } from '../http/safe-html.ts'
import { type ExportWords, exportWords, whoWords } from './export-words.ts'

const STYLE = `
:root { color-scheme: light dark; --paper: #f6f6f1; --ink: #1a2530; --ink-3: #5d6a76; --line: #d8dad2 }
@media (prefers-color-scheme: dark) { :root { --paper: #121a22; --ink: #f2eee2; --ink-3: #9ca8b1; --line: #2c3944 } }
body { margin: 0 auto; max-width: 38rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Commissioner, system-ui, sans-serif; hyphens: auto; overflow-wrap: break-word }
h1, h2, h3, blockquote { font-family: Vollkorn, Georgia, serif; line-height: 1.2; text-wrap: balance }
h2 { margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 5px double var(--line) }
article, li { break-inside: avoid } article { padding: 1rem 0; border-top: 1px solid var(--line) }
h3 { margin: 0 } p { margin: .25rem 0 } blockquote { margin: .5rem 0; line-height: 1.5; white-space: pre-line }
.meta { color: var(--ink-3); font-size: .85rem } ul { padding-left: 1.25rem } img { max-width: 100% }
@media print { body { max-width: none; color: #000; background: #fff } }`

/** All of an export that one would want to read again, as one page without scripts, for the screen and for paper. */
export function exportPage(all: Export): string {
  const language: Language = all.me.language ?? 'en'
  const words = exportWords(language)
  const page: Page = { words, day: (moment) => dayIn(moment, language, all.me.timeZone) }
  const title = words.title(all.me.name)
  const body = h('body', [h('h1', title), h('p', words.lead(page.day(all.made))), ...sections(all, page)])
  const head = h('head', [
    { html: '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' },
    h('title', title),
    { html: `<style>${STYLE}</style>` },
  ])
  return `<!doctype html>\n<html lang="${language}">${head.html}${body.html}</html>\n`
}

interface Page {
  readonly words: ExportWords
  readonly day: (moment: string) => string
}

function sections(all: Export, page: Page): Content[] {
  const { words, day } = page
  const isNote = ({ audience }: Export['recommendations'][number]) => audience.form === 'notebook'
  const own = (kept: Export['recommendations']) => kept.map(({ voice }) => recommended(voice, page))
  return [
    section(words.people, [
      h(
        'ul',
        all.ties.map(({ person, since }) => h('li', `${person.name}, ${words.since(day(since))}`)),
      ),
    ]),
    section(words.circles, [
      h(
        'ul',
        all.circles.flatMap(({ name }) => (name === null ? [] : [h('li', name)])),
      ),
    ]),
    section(words.toInvite, [
      h(
        'ul',
        all.toInvite.map(({ name }) => h('li', name)),
      ),
    ]),
    section(words.recommendations, own(all.recommendations.filter((one) => !isNote(one)))),
    section(words.notebook, own(all.recommendations.filter(isNote))),
    section(
      words.asks,
      all.asks.map((one) => asked(one, page)),
    ),
    section(
      words.remembered,
      all.remembered.map(({ voice, since }) => ofOthers(voice, since, page)),
    ),
    section(
      words.thanks,
      all.thanks.map(({ voice, from, words: said, at }) =>
        h('article', [
          h('h3', voice.subject.title),
          said === null ? null : quote(said, words),
          meta([whoWords(from, words), day(at)]),
        ]),
      ),
    ),
    section(words.ownWords, ownWords(all, page)),
    section(
      words.threads,
      all.threads.map((one) => thread(one, page)),
    ),
    section(words.clubs, [
      h(
        'ul',
        all.clubs.clubs.map(({ name }) => h('li', name)),
      ),
    ]),
  ]
}

function recommended(voice: Voice, { words, day }: Page): Html {
  const { subject, words: said, interest, verdict, photo } = voice
  return h('article', [
    h('h3', subject.title),
    meta([subject.creator, subject.place, subject.year?.toString() ?? null, said.price, day(voice.created)]),
    interest === null || interest === 'none'
      ? null
      : h('p', [h('b', words.interest[interest]), ' ', said.interestWords]),
    verdict === 'against' ? h('p', words.against) : null,
    said.why === null ? null : quote(said.why, words),
    said.forWhom === null ? null : h('p', `✓ ${said.forWhom}`),
    said.notForWhom === null ? null : h('p', `− ${said.notForWhom}`),
    said.link === null ? null : h('p', said.link),
    said.contact === null ? null : h('p', said.contact),
    photo === null ? null : { html: `<img src="photos/${voice.post}.webp" alt="${escaped(words.photo)}">` },
  ])
}

function ofOthers(voice: Voice, since: string, { words, day }: Page): Html {
  return h('article', [
    h('h3', voice.subject.title),
    voice.words.why === null ? null : quote(voice.words.why, words),
    meta([whoWords(voice.person, words), voice.remembered?.reason ?? null, day(since)]),
  ])
}

function asked({ ask: { ask }, answers }: Export['asks'][number], { words, day }: Page): Html {
  return h('article', [
    h('h3', ask.wish.title),
    ask.wish.words === null ? null : quote(ask.wish.words, words),
    meta([day(ask.created)]),
    ...answers.map(({ voice }) =>
      h('p', `${words.answeredBy(whoWords(voice.person, words))}: ${voice.subject.title}`),
    ),
  ])
}

function ownWords({ words: own }: Export, { words, day }: Page): Html[] {
  return [
    ...own.comments.map(({ text, at }) => h('article', [quote(text, words), meta([day(at)])])),
    ...own.outcomes.map(({ outcome, sentence, at }) =>
      h('article', [
        h('p', words.outcome[outcome]),
        sentence === null ? null : quote(sentence, words),
        meta([day(at)]),
      ]),
    ),
    ...own.thanked.flatMap(({ words: said, at }) =>
      said === null ? [] : [h('article', [quote(said, words), meta([day(at)])])],
    ),
  ]
}

function thread({ thread: { others }, messages }: Export['threads'][number], { words, day }: Page): Html {
  return h('article', [
    h('h3', others.map((one) => whoWords(one, words)).join(', ')),
    ...messages.map(({ person, text, at }) => [
      meta([whoWords(person, words), day(at)]),
      text === null ? h('p', words.gone) : quote(text, words),
    ]),
  ])
}

function section(title: string, content: readonly Content[]): Content {
  const isEmpty = content.every(
    (one) => one !== null && typeof one === 'object' && 'html' in one && one.html === '<ul></ul>',
  )
  return isEmpty ? null : [h('h2', title), content]
}

function quote(text: string, words: ExportWords): Html {
  return h('blockquote', words.quoted(text))
}

function meta(parts: readonly (string | null)[]): Html {
  return h('p', parts.filter((one) => one !== null && one !== '').join(' · '), { class: 'meta' })
}

function dayIn(moment: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'de' ? 'de-AT' : 'en-GB', {
    dateStyle: 'long',
    timeZone,
  }).format(Date.parse(moment))
}

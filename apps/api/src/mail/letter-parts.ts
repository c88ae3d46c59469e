import type { Language } from '@kith/contract'
import { type Content, type Html, h } from '../http/safe-html.ts'

/** What a letter says: words, things one below the other, or words and the link that they lead to. */
export type LetterPart = string | readonly string[] | { readonly words: string; readonly link: string }

/** A letter as plain text. */
export function letterText(parts: readonly LetterPart[]): string {
  return `${parts.map(textOf).join('\n\n')}\n`
}

function textOf(part: LetterPart): string {
  if (typeof part === 'string') return part
  return 'link' in part ? `${part.words}\n${part.link}` : part.map((line) => `– ${line}`).join('\n')
}

// Mail programs know no variables: the colours of the web app (`tokens.css`) as they are. Some drop the head of a page, so
// what is needed by day stands with each element; at night the head says it over that.
const DAY = { paper: '#f6f6f1', raised: '#ffffff', ink: '#1a2530', link: '#1d4f91', line: '#d8dad2' }
const NIGHT = { paper: '#121a22', raised: '#1b2630', ink: '#f2eee2', link: '#93bdec', line: '#2c3944' }
const IN_THE_DARK = `
:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  body, .paper { background: ${NIGHT.paper} !important }
  .letter { background: ${NIGHT.raised} !important; border-color: ${NIGHT.line} !important; color: ${NIGHT.ink} !important }
  a { color: ${NIGHT.link} !important }
}`
const SPACED = { style: 'margin: 0 0 20px' }

/** The same letter as a page: one column, nothing that is fetched from anywhere, links as they read in the text. */
export function letterPage(letter: {
  readonly subject: string
  readonly language: Language
  readonly parts: readonly LetterPart[]
}): string {
  const lang = letter.language
  const column = h('div', letter.parts.map(htmlOf), {
    ...{ class: 'letter', lang },
    style:
      `max-width: 560px; margin: 0 auto; padding: 28px 24px 8px; background: ${DAY.raised}; color: ${DAY.ink}; ` +
      `border: 1px solid ${DAY.line}; font: 16px/1.5 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; ` +
      'overflow-wrap: break-word',
  })
  const paper = h('div', column, {
    class: 'paper',
    style: `padding: 24px 12px; background: ${DAY.paper}`,
  })
  const head = h('head', [
    { html: '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' },
    { html: '<meta name="color-scheme" content="light dark">' },
    h('title', letter.subject),
    { html: `<style>${IN_THE_DARK}</style>` },
  ])
  const body = h('body', paper, { style: `margin: 0; background: ${DAY.paper}` })
  return `<!doctype html>\n${h('html', [head, body], { lang }).html}\n`
}

function htmlOf(part: LetterPart): Html {
  if (typeof part === 'string') return h('p', linesOf(part), SPACED)
  if (!('link' in part)) {
    return h(
      'ul',
      part.map((line) => h('li', line)),
      { style: 'margin: 0 0 20px; padding: 0 0 0 20px' },
    )
  }
  const { words, link } = part
  // A long address breaks anywhere rather than make a phone scroll sideways.
  const style = `color: ${DAY.link}; word-break: break-all`
  return h('p', [words, BREAK, h('a', link, { href: link, style })], SPACED)
}

const BREAK: Html = { html: '<br>' }

function linesOf(words: string): Content {
  return words.split('\n').map((line, at) => (at === 0 ? line : [BREAK, line]))
}

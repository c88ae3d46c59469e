/** HTML that is safe by its making: whatever was put into it was escaped. */
export interface Html {
  readonly html: string
}

export type Content = string | Html | null | readonly Content[]

/** An element around what it holds, every text and every attribute of which is escaped. */
export function h(name: string, content: Content, attributes: Readonly<Record<string, string>> = {}): Html {
  const said = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
  return { html: `<${name}${said.join('')}>${written(content)}</${name}>` }
}

/** What a text is written as in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function written(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'string') return escaped(content)
  return 'html' in content ? content.html : content.map(written).join('')
}

/** What of a card is read: how it calls somebody, and whether that is a person at all. Everything else is passed over. */
export interface Card {
  /** As it is to be shown: `FN`. */
  readonly shown: string
  /** Put together of the parts that `N` has. */
  readonly parts: string
  readonly organisation: string
  /** Of `KIND`, or what address books of Apple have in its place. */
  readonly kind: string
}

interface Line {
  readonly name: string
  readonly params: string
  /** The bytes of its value, one a character, as they stand in the file. */
  readonly value: string
}

const WANTED = /^(?:[\w-]+\.)?(BEGIN|END|VERSION|FN|N|ORG|KIND|X-ABSHOWAS|X-ADDRESSBOOKSERVER-KIND)[;:]/i
const PARTS = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/
const NO_CARD: Card = { shown: '', parts: '', organisation: '', kind: '' }

/**
 * Reads the cards of a vCard file of version 2.1, 3.0 or 4.0, whatever wrote it. A card that is cut off is read as far as it
 * goes; a file that is none holds no cards. Time and memory are linear in its size.
 */
export function readCards(bytes: Uint8Array): Card[] {
  const cards: Card[] = []
  let card: Card | null = null
  let isOld = false
  for (const line of linesOf(bytes)) {
    if (line.name === 'BEGIN' || line.name === 'END') {
      if (card !== null) cards.push(card)
      card = line.name === 'BEGIN' && /^vcard$/i.test(line.value.trim()) ? NO_CARD : null
      isOld = false
    } else if (line.name === 'VERSION') isOld = line.value.trim() === '2.1'
    else if (card !== null) card = withLine(card, line, isOld)
  }
  return card === null ? cards : [...cards, card]
}

function withLine(card: Card, line: Line, isOld: boolean): Card {
  const text = textOf(line)
  switch (line.name) {
    case 'FN':
      return card.shown === '' ? { ...card, shown: unescaped(text, isOld) } : card
    case 'N':
      return { ...card, parts: fullName(text, isOld) }
    case 'ORG':
      return { ...card, organisation: unescaped(split(text, ';')[0] ?? '', isOld) }
    default:
      return { ...card, kind: text.trim().toLowerCase() }
  }
}

/** Family, given and further names stand in this order, each perhaps several; the others are titles. */
function fullName(text: string, isOld: boolean): string {
  const [family = '', given = '', further = ''] = split(text, ';').map((part) =>
    // In 2.1 a comma is nothing but a comma.
    (isOld ? [part] : split(part, ',')).map((one) => unescaped(one, isOld)).join(' '),
  )
  return [given, further, family].filter((part) => part.trim() !== '').join(' ')
}

/** Splits where the sign stands for itself, not behind a backslash. */
function split(text: string, sign: ',' | ';'): string[] {
  const parts = ['']
  for (const [piece] of text.matchAll(/\\?[^]/gu)) {
    if (piece === sign) parts.push('')
    else parts.push((parts.pop() ?? '') + piece)
  }
  return parts
}

function unescaped(text: string, isOld: boolean): string {
  // In 2.1 only the sign that parts the values is ever escaped.
  if (isOld) return text.replaceAll('\\;', ';')
  return text.replaceAll(/\\([^])/gu, (_all, sign: string) => (/n/i.test(sign) ? ' ' : sign))
}

/**
 * The lines that are wanted, put together again where they were folded. That is done with bytes, since some writers fold
 * in the middle of a letter. In 2.1 what was folded at a blank has lost no blank.
 */
function* linesOf(bytes: Uint8Array): Iterable<Line> {
  let line: string | null = null
  let isOld = false
  let quoted = false
  let isOpen = false
  for (const row of latin(inUtf8(bytes)).split(/\r\n|\n|\r/)) {
    if (isOpen || /^[ \t]/.test(row)) {
      if (line !== null) line += isOpen || isOld ? row : row.slice(1)
    } else {
      if (line !== null) yield* parsed(line)
      line = WANTED.test(row) ? row : null
      quoted = isQuoted(row)
      if (/^VERSION:/i.test(row)) isOld = row.includes('2.1')
    }
    // Quoted-printable has folds of its own, in lines that are not wanted as well: behind "=" it goes on in the next.
    isOpen = quoted && row.endsWith('=')
    if (isOpen && line !== null) line = line.slice(0, -1)
  }
  if (line !== null) yield* parsed(line)
}

function parsed(line: string): Line[] {
  const [, name, params = '', value = ''] = PARTS.exec(line) ?? []
  return name === undefined ? [] : [{ name: name.toUpperCase(), params, value }]
}

function isQuoted(line: string): boolean {
  return /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(line)
}

/** The words that a value's bytes are, in the alphabet that it names, else in that which they are. */
function textOf({ params, value }: Line): string {
  const plain = isQuoted(`${params}:`)
    ? value.replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : value
  const bytes = Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
  return decoded(bytes, /;CHARSET="?([\w-]+)/i.exec(params)?.[1] ?? 'utf-8')
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A file in two bytes a letter says so at its beginning. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (!isWide) return first === 0xef && second === 0xbb ? bytes.subarray(3) : bytes
  const wide = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be')
  return new TextEncoder().encode(wide.decode(bytes))
}

/** One character a byte, so that lines are parted before anything is known of alphabets. */
function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}

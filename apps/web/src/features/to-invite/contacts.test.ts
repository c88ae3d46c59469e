import { LIMITS } from '@kith/contract'
import { expect, it } from 'vitest'
import { contactsOf } from './contacts.ts'
import { readCards } from './vcards.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => contactsOf(readCards(bytes))
const lines = (...rows: readonly string[]) => rows.join('\r\n')
const card = (...rows: readonly string[]) => lines('BEGIN:VCARD', 'VERSION:3.0', ...rows, 'END:VCARD', '')

const IPHONE = lines(
  'BEGIN:VCARD',
  'VERSION:3.0',
  'PRODID:-//Apple Inc.//iPhone OS 18.1//EN',
  'N:Moser;Paula;Maria;Dr.;',
  'FN:Dr. Paula Maria Moser',
  'ORG:Tischlerei Huber\\, Linz;Büro',
  'item1.EMAIL;type=INTERNET;type=pref:paula@example.org',
  'item1.X-ABLabel:_$!<Other>!$_',
  'TEL;type=CELL;type=VOICE;type=pref:+43 660 1234567',
  'BDAY:1980-04-12',
  'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD',
  ' FN:nobody/9j/4AAQ',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:;;;;',
  'FN:Installationen Gruber',
  'ORG:Installationen Gruber;',
  'X-ABShowAs:COMPANY',
  'END:VCARD',
  '',
)

const ANDROID = lines(
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=4A=C3=B6=72=67;;;',
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4A=C3=B6=72=67=20=',
  '=4D=C3=BC=6C=6C=65=72',
  'TEL;CELL:06601234567',
  'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQ',
  ' ABAAD/2wBDAAEBAQEBAQ==',
  '',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N:;+43 660 7654321;;;',
  'FN:+43 660 7654321',
  'TEL;CELL:+436607654321',
  'END:VCARD',
  '',
)

it('iPhone: names out of 3.0, without titles taken apart, and a company is no person', () => {
  expect(read(utf8(IPHONE))).toEqual({
    ...{ cards: 2, names: ['Dr. Paula Maria Moser'] },
    ...{ nameless: 0, tooLong: 0, noPerson: 1, again: 0 },
  })
})

it('Android: 2.1 in quoted-printable with its own folds, and a number is no name', () => {
  expect(read(utf8(ANDROID))).toMatchObject({ cards: 2, names: ['Jörg Müller'], nameless: 1 })
})

it('Outlook: 2.1 in the letters of Windows, named or not, with what it puts around them', () => {
  const text = lines(
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;LANGUAGE=de-at;CHARSET=Windows-1252:Gr\xfcn;Bj\xf6rn',
    'FN;CHARSET=Windows-1252:Bj\xf6rn Gr\xfcn',
    'ORG:Gr\xfcn, Wei\xdf & Partner',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N:Wei\xdf, jun.;Eva',
    'ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Hauptplatz 1=0D=0A=',
    'FN:Stiege 2;Linz',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:2.1',
    'FN:office@example.org',
    'EMAIL;PREF;INTERNET:office@example.org',
    'END:VCARD',
  )
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  expect(read(bytes)).toMatchObject({ names: ['Björn Grün', 'Eva Weiß, jun.'], nameless: 1 })
})

it('4.0: kinds, parameters in quotes, escaped signs and lines folded in the middle of a letter', () => {
  const four = (...rows: readonly string[]) => lines('BEGIN:VCARD', 'VERSION:4.0', ...rows, 'END:VCARD', '')
  const text =
    four('KIND:individual', 'FN;ALTID="a:b;c":Anna\\, die Ältere', 'FN:Anna the Elder') +
    four('KIND:org', 'FN:Stadtbücherei') +
    four('KIND:group', 'FN:Chor', 'MEMBER:urn:uuid:1') +
    four('N:García,Márquez;José\\;,Luis;;;', 'FN:') +
    four('item2.fn:Zo', ' ë')
  const whole = utf8(text)
  expect(read(whole)).toMatchObject({
    names: ['Anna, die Ältere', 'José; Luis García Márquez', 'Zoë'],
    noPerson: 2,
  })
  const name = utf8('ä')
  const folded = [...utf8('BEGIN:VCARD\r\nFN:K'), ...name.slice(0, 1)]
  const rest = [...utf8('\r\n '), ...name.slice(1), ...utf8('the\r\nEND:VCARD')]
  expect(read(Uint8Array.from([...folded, ...rest])).names).toEqual(['Käthe'])
})

it('a file in two bytes a letter, or with a mark at its beginning, is read as any other', () => {
  const text = `\ufeff${card('FN:Søren')}`
  const wide = new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer)
  for (const bytes of [wide, utf8(text)]) expect(read(bytes).names).toEqual(['Søren'])
})

it('the same name once, too long a one not at all, and nothing that would be refused', () => {
  const long = 'x'.repeat(LIMITS.name + 1)
  const text =
    card('FN:Max  Huber') +
    card('FN: Max Huber ') +
    card('FN:') +
    card(`FN:${long}`) +
    card('FN:\u202eMia\u0007')
  expect(read(utf8(text))).toEqual({
    ...{ cards: 5, names: ['Max Huber', 'Mia'] },
    ...{ nameless: 1, tooLong: 1, noPerson: 0, again: 1 },
  })
})

it('what is cut off is read as far as it goes, and what is no card is none', () => {
  expect(read(utf8('BEGIN:VCARD\nFN:Ida\nBEGIN:VCARD\nFN:Leo')).names).toEqual(['Ida', 'Leo'])
  for (const text of [
    '',
    'FN:Nobody',
    'Name,E-mail\nIda,ida@example.org',
    'BEGIN:VCALENDAR\nN:x\nEND:VCALENDAR',
  ])
    expect(read(utf8(text)).cards).toBe(0)
})

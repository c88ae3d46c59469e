import { ReadRecommendation } from '@kith/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, type Person, positionOf, tie, type World } from './api-world.ts'
import { recommendationOf } from './world-words.ts'

let world: World
let ada: Person
let ben: Person
let eve: Person
let post: string
let path: string

beforeAll(async () => {
  world = await openWorld()
  ada = await world.person('ada')
  ben = await world.person('ben')
  eve = await world.person('eve')
  await tie(ada, ben)
  const sent = await ada.post(
    '/api/recommendations',
    recommendationOf({}, { form: 'ties', all: true, circles: [], singles: [], excepted: [] }),
  )
  post = expectBody(ReadRecommendation, sent).voice.post
  path = `/api/recommendations/${post}/photo`
})

afterAll(() => world.close())

/** An AVIF that calls itself HEIC throughout, as far as what is compressed in it. */
async function heic(): Promise<Buffer> {
  const avif = (await picture(60, 40).avif().toBuffer()).toString('latin1')
  const named = avif.replaceAll('avif', 'heic').replaceAll('av01', 'hvc1').replaceAll('av1C', 'hvcC')
  return Buffer.from(named, 'latin1')
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } })
}

/** Noise: what compresses worst. */
function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'black',
      noise: { type: 'gaussian', mean: 128, sigma: 80 },
    },
  })
}

async function bytesFor(reader: Person, size: string, after: string): Promise<Buffer> {
  const answer = await world.app.inject({
    url: `${path}?size=${size}`,
    headers: { cookie: reader.cookie, 'kith-after': after },
  })
  expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    200,
    'image/webp',
    'private, no-store',
  ])
  return answer.rawPayload
}

it('is kept upright in two sizes, small enough, with nothing that the camera wrote beside it', async () => {
  const sent = await noise(1_800, 1_200)
    .withExif({
      IFD0: { Make: 'Camera', Software: 'secret-software' },
      IFD3: { GPSLatitude: '47/1 4/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  const answer = await ada.putPhoto(post, sent, ' A teal door ')
  const { voice } = expectBody(ReadRecommendation, answer)
  // Orientation 6 lies on its side.
  expect(voice.photo).toMatchObject({ words: 'A teal door' })
  expect((voice.photo?.height ?? 0) > (voice.photo?.width ?? 0)).toBe(true)
  for (const [size, side] of [
    ['small', 640],
    ['large', 1_600],
  ] as const) {
    const kept = await bytesFor(ben, size, positionOf(answer))
    const { format, width, height, exif, icc, xmp, iptc, orientation, space } = await sharp(kept).metadata()
    expect({ format, exif, icc, xmp, iptc, orientation, space }).toEqual({ format: 'webp', space: 'srgb' })
    expect(Math.max(width, height)).toBeLessThanOrEqual(side)
    expect(kept.length).toBeLessThanOrEqual(400_000)
    expect(kept.includes('secret-software')).toBe(false)
  }
})

it('[P12] is there for whoever may see the recommendation, and for nobody else', async () => {
  const unknown = await ben.get(`/api/recommendations/${crypto.randomUUID()}/photo?size=small`)
  for (const reader of [eve, world.anybody()]) {
    const answer = await reader.get(`${path}?size=small`)
    expect([answer.status, answer.code]).toEqual(reader === eve ? [404, 'not_found'] : [401, 'signed_out'])
    if (reader === eve) expect(answer.text).toBe(unknown.text)
  }
  const narrowed = await ada.patch(`/api/recommendations/${post}`, { audience: { form: 'notebook' } })
  expect((await ben.get(`${path}?size=small`, { 'kith-after': positionOf(narrowed) })).status).toBe(404)
  expect((await ada.get(`${path}?size=small`)).status).toBe(200)
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  await ada.patch(`/api/recommendations/${post}`, { audience })
})

it('only its author sends, replaces and removes it', async () => {
  const small = await picture(30, 20).png().toBuffer()
  expect((await ben.putPhoto(post, small)).status).toBe(404)
  expect((await ben.delete(path)).status).toBe(404)
  const first = expectBody(ReadRecommendation, await ada.putPhoto(post, small, 'one')).voice.photo
  const second = expectBody(ReadRecommendation, await ada.putPhoto(post, small)).voice.photo
  expect(first).toMatchObject({ words: 'one', width: 30, height: 20 })
  expect(second).toMatchObject({ words: null, width: 30, height: 20 })
  expect(second?.version).not.toBe(first?.version)
  expect((await ada.delete(path)).status).toBe(204)
  expect((await ada.delete(path)).status).toBe(404)
  expect((await ada.get(`${path}?size=large`)).status).toBe(404)
})

it('takes the formats of cameras, and refuses everything else by its code', async () => {
  const good = picture(60, 40)
  for (const sent of [good.jpeg(), good.png(), good.webp(), good.avif()]) {
    expect((await ada.putPhoto(post, await sent.toBuffer())).status).toBe(200)
  }
  const jpeg = await noise(400, 400).jpeg().toBuffer()
  const bad: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    text: Buffer.from('no picture'),
    svg: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
    ),
    gif: await good.gif().toBuffer(),
    tiff: await good.tiff().toBuffer(),
    // What iPhones write: the decoder for it is not free.
    'the head of a HEIC': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x04meta', 'latin1'),
    HEIC: await heic(),
    'half a picture': jpeg.subarray(0, jpeg.length / 2),
    'only a head': jpeg.subarray(0, 40),
  }
  for (const [what, bytes] of Object.entries(bad)) {
    const refused = await ada.putPhoto(post, bytes)
    expect([what, refused.status, refused.code]).toEqual([what, 422, 'photo_unreadable'])
  }
  const huge = await picture(10_000, 6_000).png().toBuffer()
  expect((await ada.putPhoto(post, huge)).code).toBe('photo_too_large')
  expect((await ada.putPhoto(post, Buffer.alloc(12_000_001))).code).toBe('photo_too_large')
})

it('bodies that are no multipart at all are refused, never an error of ours', async () => {
  const send = (type: string, body: string) =>
    ada.send('PUT', path, Buffer.from(body), { 'content-type': type })
  const boundary = 'multipart/form-data; boundary=x'
  expect((await send('application/json', '{}')).code).toBe('unsupported_media_type')
  for (const [type, body] of [
    ['multipart/form-data', '--x'],
    [boundary, ''],
    [boundary, '--x'],
    [boundary, '--x--\r\n'],
    [boundary, '--x\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\nhalf'],
    [boundary, '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n'],
    [
      boundary,
      `--x\r\ncontent-disposition: form-data; name="words"\r\n\r\n${'w'.repeat(9_000)}\r\n--x--\r\n`,
    ],
  ] as const) {
    const refused = await send(type, body)
    expect([body.slice(0, 60), refused.status >= 400 && refused.status < 500]).toEqual([
      body.slice(0, 60),
      true,
    ])
  }
  const tooLong = await ada.putPhoto(post, await picture(9, 9).png().toBuffer(), 'w'.repeat(201))
  expect([tooLong.status, tooLong.code]).toEqual([400, 'invalid_input'])
})

it('goes with the recommendation', async () => {
  await ada.putPhoto(post, await picture(9, 9).png().toBuffer())
  await ada.delete(`/api/recommendations/${post}`)
  expect((await ada.get(`${path}?size=small`)).status).toBe(404)
  expect(await world.database.sql`select 1 from photo`).toEqual([])
})

import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { LinkPreview } from '@kith/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cleanLink } from '../src/links/clean-link.ts'
import { fetchPage } from '../src/links/page-fetch.ts'
import { PUBLIC_NET } from '../src/outside/outside-request.ts'
import { isPublicAddress } from '../src/outside/public-addresses.ts'
import { expectBody, openWorld, type Person, type World } from './api-world.ts'
import { type Handler, html, LocalSite } from './local-site.ts'

const PUBLIC = '93.184.215.14'

let world: World
let ada: Person
let site: LocalSite
let port: number

beforeAll(async () => {
  site = await LocalSite.open()
  port = site.port
  world = await openWorld({
    outside: site.net,
    rates: { linkPreviewPerPerson: { max: 1_000, seconds: 3_600 } },
  })
  ada = await world.person('ada')
})

beforeEach(() => site.forget())

afterAll(async () => {
  await world.close()
  site.close()
})

const preview = (url: string) => ada.post('/api/link-preview', { url })
const here = (path = '/') => `http://site.test:${port}${path}`

async function read(url = here()): Promise<LinkPreview> {
  return expectBody(LinkPreview, await preview(url))
}

async function expectRefused(url: string): Promise<void> {
  const refused = await preview(url)
  expect([url, refused.status, refused.code]).toEqual([url, 422, 'link_unreadable'])
}

describe('what a page says about itself', () => {
  it('a film, by JSON-LD', async () => {
    const film = {
      '@graph': [
        { '@type': 'Organization', name: 'A site' },
        {
          '@type': ['Movie'],
          name: 'Perfect Days',
          director: [{ name: 'Wim Wenders' }],
          datePublished: '2023-12-21',
        },
      ],
    }
    site.answer = (_request, response) =>
      html(
        response,
        `<meta property="og:site_name" content="Films &amp; more"><script type="application/ld+json">${JSON.stringify(film)}</script>`,
      )
    expect(await read()).toEqual({
      link: here(),
      site: 'Films & more',
      title: 'Perfect Days',
      description: null,
      kind: 'film',
      place: null,
      creator: 'Wim Wenders',
      year: 2023,
    })
  })

  it('a restaurant with its town, a job with its place, a book by Open Graph, a page that says little', async () => {
    const say = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
    site.answer = (_request, response) =>
      html(response, say({ '@type': 'Restaurant', name: 'Huber', address: { addressLocality: 'Graz' } }))
    expect(await read()).toMatchObject({ kind: 'restaurant', title: 'Huber', place: 'Graz', year: null })
    site.answer = (_request, response) =>
      html(
        response,
        say([
          { '@type': 'JobPosting', title: 'Joiner', jobLocation: { address: { addressLocality: 'Linz' } } },
        ]),
      )
    expect(await read()).toMatchObject({ kind: 'job', title: 'Joiner', place: 'Linz' })
    site.answer = (_request, response) =>
      html(
        response,
        '<meta property="og:type" content="book"><meta property="og:title" content="Stoner"><meta name="description" content="A life.">',
      )
    expect(await read()).toMatchObject({ kind: 'book', title: 'Stoner', description: 'A life.' })
    site.answer = (_request, response) =>
      html(response, '<p>no title<script type="application/ld+json">{broken</script>')
    expect(await read()).toMatchObject({ kind: null, title: null, site: 'site.test' })
  })

  it('what does not fit is cut, what cannot be shown is left out, other charsets are read', async () => {
    site.answer = (_request, response) =>
      html(response, `<title>one\u202e\u0007\n two ${'word '.repeat(100)}</title>`)
    const { title } = await read()
    expect(title?.startsWith('one two word')).toBe(true)
    expect(title?.length).toBeLessThanOrEqual(120)
    site.answer = (_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(Buffer.from('<meta charset="iso-8859-1"><title>Café Groß</title>', 'latin1'))
    }
    expect((await read()).title).toBe('Café Groß')
  })

  it('the link comes back without what follows people', async () => {
    expect((await read(here('/a?utm_source=x&id=7&fbclid=y#part'))).link).toBe(here('/a?id=7#part'))
    expect(cleanLink('https://x.test/?q=a%20b').href).toBe('https://x.test/?q=a%20b')
    expect(site.seen[0]?.url).toBe('/a?id=7')
  })

  it('[P32] the page learns nothing of who asks', async () => {
    await preview(here())
    const {
      cookie,
      referer,
      origin,
      authorization,
      'x-forwarded-for': via,
      'user-agent': agent,
    } = site.seen[0]?.headers ?? {}
    expect({ cookie, referer, origin, authorization, via }).toEqual({})
    expect(agent).toBe('Kith/0.1 (link preview, asked for by a person)')
  })
})

describe('[P32] nothing inside our net is reached', () => {
  it('addresses that are not public, however they are spelt', async () => {
    for (const host of [
      '2130706434', // 127.0.0.2
      '0x7f000002',
      '0177.0.0.2',
      '127.2',
      '10.0.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '192.168.1.1',
      '172.16.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.2]',
      '[::ffff:7f00:2]',
      '[fe80::1]',
      '[fd00::1]',
      '[ff02::1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[2001:db8::1]',
    ]) {
      await expectRefused(`http://${host}:${port}/`)
    }
    expect(site.seen).toEqual([])
    for (const good of [PUBLIC, '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])
      expect(isPublicAddress(good)).toBe(true)
    for (const bad of ['localhost', '', '1.2.3', 'fe80::1%eth0', '::ffff:8.8.8.8'])
      expect(isPublicAddress(bad)).toBe(false)
  })

  it('a name of which one address is not public', async () => {
    site.names['two.test'] = [['127.0.0.1', '10.0.0.1']]
    site.names['none.test'] = [[]]
    await expectRefused(`http://two.test:${port}/`)
    await expectRefused(`http://none.test:${port}/`)
    expect(site.seen).toEqual([])
  })

  it('a name that has another address the second time is asked for once, and the first is connected to', async () => {
    site.names['rebind.test'] = [['127.0.0.1'], ['127.0.0.2']]
    expect((await read(`http://rebind.test:${port}/`)).title).toBe('Home')
    expect(site.asked).toEqual(['rebind.test'])
  })

  it('each redirect is checked anew, and there are three at most', async () => {
    const redirect =
      (to: string): Handler =>
      (_request, response) => {
        response.writeHead(302, { location: to }).end()
      }
    for (const to of [
      `http://127.0.0.2:${port}/inside`,
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'gopher://site.test/',
      'http://site.test:22/',
      'http://[',
    ]) {
      site.answer = redirect(to)
      await expectRefused(here())
    }
    expect(site.seen.map(({ url }) => url)).not.toContain('/inside')
    const count = site.seen.length
    site.answer = redirect('/again')
    await expectRefused(here())
    expect(site.seen.length - count).toBe(4)
    site.answer = (request, response) =>
      request.url === '/3'
        ? html(response, '<title>Arrived</title>')
        : redirect(`/${Number(request.url?.slice(1) || 0) + 1}`)(request, response)
    expect((await read()).title).toBe('Arrived')
  })

  it('other ports, other schemes and credentials are refused where the public net is used', async () => {
    for (const url of [
      'http://93.184.215.14:22/',
      'https://93.184.215.14:8443/',
      'http://u:p@93.184.215.14/',
      'http://127.0.0.1/',
      'http://localhost/',
    ]) {
      await expect(fetchPage(new URL(url), PUBLIC_NET)).rejects.toThrow()
    }
    for (const url of ['ftp://site.test/', 'javascript:alert(1)', 'file:///etc/passwd', 'site.test']) {
      expect((await preview(url)).code).toBe('invalid_input')
    }
  })
})

describe('a page that does not behave is given up', () => {
  it('what is no page', async () => {
    for (const [status, type] of [
      [404, 'text/html'],
      [500, 'text/html'],
      [200, 'application/pdf'],
      [200, 'image/svg+xml'],
      [200, ''],
    ] as const) {
      site.answer = (_request, response) =>
        response.writeHead(status, type === '' ? {} : { 'content-type': type }).end('<title>x</title>')
      await expectRefused(here())
    }
  })

  it('one that never ends, after its beginning', async () => {
    site.answer = (_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.write('<title>Endless</title>')
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    }
    expect((await read()).title).toBe('Endless')
  })

  it('one that unpacks to a hundred megabytes, after half of one', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('<title>Bomb</title>'), Buffer.alloc(100_000_000, 'x')]))
    site.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb)
    }
    expect((await read()).title).toBe('Bomb')
    for (const encoding of ['gzip', 'x-unknown']) {
      site.answer = (_request, response) => {
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding })
          .end('not packed')
      }
      await expectRefused(here())
    }
  })

  it('one that is silent, or says a byte now and then', async () => {
    const hungUp: Promise<unknown>[] = []
    site.answer = (request, response) => {
      hungUp.push(once(response, 'close'))
      if (request.url === '/silent') return
      response.writeHead(200, { 'content-type': 'text/html' }).write('<title>')
    }
    await Promise.all([expectRefused(here('/silent')), expectRefused(here('/slow'))])
    await Promise.all(hungUp)
    expect(hungUp.length).toBe(2)
  })
})

it('so many an hour and no more', async () => {
  const strict = await openWorld({
    outside: site.net,
    rates: { linkPreviewPerPerson: { max: 2, seconds: 3_600 } },
  })
  const person = await strict.person('ben')
  const codes = []
  for (let n = 0; n < 3; n++) codes.push((await person.post('/api/link-preview', { url: here() })).code)
  expect(codes).toEqual([undefined, undefined, 'rate_limited'])
  expect((await strict.anybody().post('/api/link-preview', { url: here() })).status).toBe(401)
  await strict.close()
})

import { FeedPage, subjectsOn } from '@kith/contract'
import type { Page, Request } from '@playwright/test'
import { join, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

test('what a page asks for ahead of its scripts is what they ask for, once, and nothing for whoever is not signed in', async ({
  visit,
}) => {
  const [author, reader] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, reader)
  await recommend(author, 'Plumber Roth')
  const { page } = reader
  const feed = FeedPage.parse(await (await page.request.get('/api/feed')).json())
  const subject = subjectsOn(feed)[0]?.subject.id

  await test.step('the feed', async () => {
    const asked = await askedBeforeGreeting(page, '/')
    const ahead = ['/api/feed', '/api/me', '/api/me/outcome-questions', '/api/ties/requests']
    expect(asked.filter((path) => ahead.includes(path)).toSorted()).toEqual(ahead)
  })
  await test.step('a subject', async () => {
    const asked = await askedBeforeGreeting(page, `/subjects/${subject}`)
    const ahead = ['/api/me', `/api/subjects/${subject}`]
    expect(asked.filter((path) => ahead.includes(path)).toSorted()).toEqual(ahead)
  })
  await test.step('the door', async () => {
    const stranger = await visit()
    const asked: string[] = []
    stranger.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await stranger.goto('/', { waitUntil: 'networkidle' })
    await expect(stranger.getByRole('heading', { name: 'Come in' })).toBeVisible()
    expect(asked.filter((path) => path.startsWith('/api/')).toSorted()).toEqual(['/api/entry', '/api/me'])
  })
})

test('whoever wrote something asks in the words that show it, and not ahead', async ({ visit }) => {
  const { page } = await join(await visit(), 'Rosa')
  await page.goto('/')
  await page.evaluate(() => sessionStorage.setItem('kith.positions', 'of-a-write'))
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/api/feed')
  await page.reload()
  expect((await asked).headers()['kith-after']).toBe('of-a-write')
})

/** The paths of the API that a page asks for until live says where it stands; from then on everything is asked for anew. */
async function askedBeforeGreeting(page: Page, path: string): Promise<string[]> {
  // Nothing of the page before is on its way any more.
  await page.goto('about:blank')
  const asked: string[] = []
  const listen = (request: Request) => asked.push(new URL(request.url()).pathname)
  page.on('request', listen)
  const greeted = Promise.withResolvers<void>()
  page.once('websocket', (socket) =>
    socket.once('framereceived', () => {
      page.off('request', listen)
      greeted.resolve()
    }),
  )
  await page.goto(path)
  await greeted.promise
  return asked.filter((other) => other.startsWith('/api/'))
}

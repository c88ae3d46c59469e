import { Invitations } from '@kith/contract'
import { PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { ask } from './asking.ts'
import { first, invite } from './hosted.ts'
import { join, read, recommend, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('an invitation says of what is enclosed what only its kind has', async ({ visit }) => {
  const ada = await join(await visit(), 'Ada')
  const title = `Workshop ${uniqueWord()}`
  const { post } = await recommend(ada, title, {
    subject: { ...plainFacts('job', title), role: 'bookbinder', field: 'crafts' },
    words: { ...PLAIN_WORDS, why: 'They teach with patience.', hours: 'part', when: 'from May' },
  })
  const page = await visit()
  await page.goto(`/invitation/${await invite(ada, [post])}`)
  await page.getByText(`Enclosed: ${title}`).click()
  await expect(page.getByText('Job · wanted: bookbinder · crafts · part time · from May')).toBeVisible()
})

test('a link says what it is to whoever opens it, and shows nothing once it is dead', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of (404|410)/)
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  const link = `/invitation/${await invite(ada, [])}`

  await test.step('one’s own, and somebody’s who has an account', async () => {
    await ada.page.goto(link)
    await expect(
      ada.page.getByText('This is your own invitation, as the other person sees it.'),
    ).toBeVisible()
    await expect(ada.page.getByRole('button', { name: /Accept/ })).toHaveCount(0)
    await ben.page.goto(link)
    await expect(ben.page.getByRole('button', { name: 'Accept as Ben' })).toBeVisible()
    await expect(ben.page.getByRole('textbox')).toHaveCount(0)
  })

  await test.step('taken back', async () => {
    const { invitations } = await read(Invitations, await ask(ada.page, 'GET', '/api/invitations'))
    await ask(ada.page, 'DELETE', `/api/invitations/${first(invitations).id}`)
    await ben.page.getByRole('button', { name: 'Accept as Ben' }).click()
    await expect(ben.page.getByRole('alert')).toBeVisible()
    for (const { page } of [ada, ben]) {
      await page.goto(link)
      await expect(page.getByText('This invitation was taken back.')).toBeVisible()
      await expect(page.getByRole('link', { name: 'To the feed' })).toBeVisible()
    }
  })

  const page = await visit()
  await test.step('run out, and known to nobody', async () => {
    await page.route('**/api/invitations/by-link/*', (route) => route.fulfill({ json: { state: 'expired' } }))
    await page.goto(link)
    await expect(page.getByText('This invitation has ended.')).toBeVisible()
    await expect(page.getByText('Ask whoever sent it for a new one.')).toBeVisible()
    await page.unroute('**/api/invitations/by-link/*')
    await page.goto(`/invitation/${'x'.repeat(43)}`)
    await expect(page.getByText('This link leads nowhere.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'To the feed' })).toHaveCount(0)
  })
})

import { PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { invite } from './hosted.ts'
import { join, recommend, uniqueWord } from './people.ts'
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

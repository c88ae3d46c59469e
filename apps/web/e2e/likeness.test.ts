import { pressByKey } from './doing.ts'
import type { Visit } from './hosted.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('the author of one who hears the other says that they are the same, and takes it back; a refusal is said there', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 503/)
  const { ada, ben, title, theirs, mine } = await twoAlike(visit)
  const { page } = ada
  await page.goto(`/recommendations/${mine.post}`)
  const question = page.getByRole('heading', { name: `Is this the same as “${title}”?` })
  const yes = page.getByRole('button', { name: 'Yes', exact: true })
  const moved = page.getByRole('region', { name: 'About the same thing' })
  await expect(page.getByText('Ben wrote about it.')).toBeVisible()
  const asked = `**/likeness/${theirs.subject.id}`
  await page.route(asked, (route) => route.fulfill({ status: 503 }))
  await yes.click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.unroute(asked)
  await pressByKey(yes)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(question).toBeVisible()

  await pressByKey(yes)
  await expect(question).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: title }).getByRole('link')).toHaveAttribute(
    'href',
    `/subjects/${theirs.subject.id}`,
  )
  // Ben reads both together, for as long as it lasts.
  await ben.page.goto(`/subjects/${theirs.subject.id}`)
  const said = ben.page.getByText(`${title} came when they said they would.`)
  await expect(said).toHaveCount(2)
  await moved.getByRole('button', { name: 'Take them apart again' }).click()
  await expect(question).toBeVisible()
  await expect(said).toHaveCount(1)

  await pressByKey(page.getByRole('button', { name: 'No', exact: true }))
  await expect(question).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Delete it' })).toBeVisible()
  await expect(question).toHaveCount(0)
})

/** Two who hear each other said something of the same, each by itself. */
async function twoAlike(visit: Visit) {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const title = `Roofer ${uniqueWord()}`
  const theirs = await recommend(ben, title)
  const mine = await recommend(ada, title)
  return { ada, ben, title, theirs, mine }
}

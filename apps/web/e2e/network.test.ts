import { CIRCLE_KINDS, type Circle, CircleId, NetworkPicture, PersonId, TieId, Ties } from '@kith/contract'
import type { Page } from '@playwright/test'
import { pressByKey } from './doing.ts'
import { join, tie } from './people.ts'
import { expect, test } from './visits.ts'

const picture = (page: Page) => page.getByRole('group', { name: 'Your network.' })

test('whoever is chosen in the picture by keys is said in words, and looked after from there', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  for (const name of ['Ben', 'Cal']) await tie(ada, await join(await visit(), name))
  const { page } = ada
  await page.goto('/people')
  const inPicture = (name: string) => picture(page).getByRole('button', { name })
  await expect(page.getByText('Choose somebody in the picture')).toBeVisible()
  await inPicture('Ben').focus()
  await page.keyboard.press('ArrowRight')
  await expect(inPicture('Cal')).toBeFocused()
  await expect(page.getByRole('button', { name: 'How you know Cal' })).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await expect(inPicture('Ben')).toBeFocused()

  await page.keyboard.press('+')
  await expect(page.getByRole('button', { name: 'Show all of it' })).toBeEnabled()
  await page.keyboard.press('0')
  await expect(page.getByRole('button', { name: 'Show all of it' })).toBeDisabled()

  await pressByKey(page.getByRole('button', { name: 'How you know Ben' }))
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: 'Close' }).check({ force: true })
  await sheet.getByRole('button', { name: 'Friends' }).click()
  await sheet.getByRole('button', { name: 'Keep it so' }).click()
  await expect(picture(page).getByRole('button', { name: 'Ben, close' })).toBeVisible()
  await expect(page.getByRole('list').getByRole('heading', { name: 'Friends' })).toBeVisible()

  await page.getByRole('textbox', { name: 'Find a tie' }).fill('ca')
  await expect(page.getByRole('listitem').filter({ hasText: 'Ben' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Cal' })).toBeVisible()
})

test('of five thousand ties the closest are drawn, the others counted by circle, and the list is drawn in part', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  const many = manyTies(5000)
  await page.route('**/api/ties', (route) => route.fulfill({ json: many.ties }))
  await page.route('**/api/circles', (route) => route.fulfill({ json: { circles: many.circles } }))
  await page.route('**/api/network', (route) => route.fulfill({ json: many.network }))
  await page.goto('/people')
  const rest = picture(page).getByRole('button', { name: /more in Friends/ })
  await expect(rest).toHaveAccessibleName('693 more in Friends, in the list')
  const rows = page.getByRole('region', { name: 'Your people' }).getByRole('listitem')
  expect(await rows.count()).toBeLessThan(120)

  await rest.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list').getByRole('heading')).toHaveText(['Friends'])
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(page.getByRole('link', { name: 'Person 4997' })).toBeVisible()
  expect(await rows.count()).toBeLessThan(120)
  await page.getByRole('textbox', { name: 'Find a tie' }).fill('person 4997')
  await expect(rows).toHaveCount(2)
})

/** So many ties, each in one of the seven circles in turn; the first 150 are drawn. */
function manyTies(count: number) {
  const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
  const circles = CIRCLE_KINDS.map(
    (kind, position): Circle => ({
      id: CircleId.parse(idOf(position)),
      name: null,
      kind,
      readyMade: true,
      position,
      rhythm: null,
      count: 0,
    }),
  )
  const ties = Array.from({ length: count }, (_, at) => {
    const circle = circles[(at + 2) % circles.length]
    const person = { shown: 'tie', id: PersonId.parse(idOf(at)), handle: `p${at}`, name: `Person ${at}` }
    return {
      id: TieId.parse(idOf(at)),
      person: { ...person, closeness: 2, ring: circle?.kind ?? 'unsorted' },
      circles: circle ? [circle.id] : [],
      paused: false,
      since: '2026-01-01T00:00:00Z',
      awaitsConfirmation: false,
      offers: null,
    }
  })
  const drawn = ties.slice(0, 150).map(({ person }) => ({ person: person.id, beyond: [], more: false }))
  return { circles, ties: Ties.parse({ ties }), network: NetworkPicture.parse({ drawn }) }
}
